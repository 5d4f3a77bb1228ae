package org.watchword.story;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Received;
import org.watchword.story.script.Expectation;
import org.watchword.story.script.Expectation.AlarmState;
import org.watchword.story.script.Expectation.Standing;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;

/// Looks whether an expectation holds just now, and if not, says what is there instead.
final class Checks {
    /// How far a time on a page may lie from the one in the story: people and pages take a moment.
    private static final Duration NEAR = Duration.ofSeconds(20);

    private final StoryWorld world;
    private final AlarmsSeen alarms;

    private final CheckingIn checkingIn;

    Checks(StoryWorld world, AlarmsSeen alarms, CheckingIn checkingIn) {
        this.world = world;
        this.alarms = alarms;
        this.checkingIn = checkingIn;
    }

    /// The step whose expectation it is, how much each gateway had taken when it began, and the
    /// page that its person was left with.
    record Scene(Step step, Map<String, Integer> marks, Optional<Page> page) {}

    /// Whether waiting can help: what somebody has already got does not change any more.
    static boolean mayBecomeTrue(Expectation expectation) {
        return switch (expectation) {
            case Expectation.BoardShows b -> true;
            case Expectation.AlarmIs a -> true;
            case Expectation.Rung r -> true;
            case Expectation.MessageTo m -> true;
            case Expectation.Sees s -> true;
            case Expectation.Answered a -> true;
            case Expectation.NeutralAnswer n -> true;
            case Expectation.WatchIs w -> true;
            case Expectation.NoNewAlarm n -> false;
            case Expectation.NotRung n -> false;
            case Expectation.PageSays p -> false;
            case Expectation.RefusedWith r -> false;
        };
    }

    Optional<Sentence> wrongWith(Expectation expectation, Scene scene) {
        try {
            return switch (expectation) {
                case Expectation.BoardShows b ->
                        missing(open(b.to().orElseGet(() -> viewer(scene)), "/"), b.texts());
                case Expectation.AlarmIs a -> alarm(a, scene);
                case Expectation.Rung r -> rung(r, scene);
                case Expectation.NotRung n -> notRung(n, scene);
                case Expectation.MessageTo m -> message(m, scene);
                case Expectation.PageSays p ->
                        missing(left(scene), p.texts()).or(() -> there(left(scene), p.lacks()));
                case Expectation.RefusedWith r -> refused(left(scene), r.texts());
                case Expectation.Sees s -> sees(s);
                case Expectation.Answered a -> answered(a, scene);
                case Expectation.NeutralAnswer n -> checkingIn.wrongAnswer(n.who(), n.by());
                case Expectation.WatchIs w -> watch(w);
                case Expectation.NoNewAlarm n ->
                        alarms.look().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Sentence.of("play.new-alarm"));
            };
        } catch (NoSuchThing e) {
            return Optional.of(Sentence.of("play.missing", "what", e.what()));
        }
    }

    private static Page left(Scene scene) {
        return scene.page().orElseThrow(() -> new NoSuchThing("nobody was left with a page"));
    }

    private Page open(String person, String path) {
        return world.visitor(person).open(path);
    }

    private Optional<Sentence> watch(Expectation.WatchIs wanted) {
        Page page = open(anyOfficer(), WatchPages.PATH);
        return WatchPages.wrong(page, wanted, world.story().place().zone());
    }

    /// Who looks when the story names nobody: the one who did something, else anybody who may see
    /// the board.
    private String viewer(Scene scene) {
        return scene.step().deed().flatMap(Step.Deed::who).orElseGet(this::anyOfficer);
    }

    /// The board, as anybody who may see it sees it.
    Page board() {
        return open(anyOfficer(), "/");
    }

    private String anyOfficer() {
        return world.story().team().with("answer").stream()
                .map(Story.Person::name)
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("nobody in the story may see the board"));
    }

    private static Optional<Sentence> missing(Page page, List<String> texts) {
        return texts.stream()
                .filter(t -> !page.says(t))
                .findFirst()
                .map(t -> onPage("play.not.shown", page, t));
    }

    private static Sentence onPage(String key, Page page, String text) {
        return new Sentence(
                key, Map.of("text", text, "page", page.path(), "heading", heading(page)));
    }

    /// What stands first on a page.
    static String heading(Page page) {
        Element h1 = page.document().selectFirst("h1");
        Element lead = page.document().selectFirst(".lead, .error, .errors li");
        String first = h1 == null ? "" : h1.text();
        return page.status() + " " + (lead == null ? first : first + " – " + lead.text());
    }

    private static Optional<Sentence> refused(Page page, List<String> texts) {
        return page.refused()
                ? missing(page, texts)
                : Optional.of(Sentence.of("play.not.refused", "found", heading(page)));
    }

    private Optional<Sentence> sees(Expectation.Sees sees) {
        String path =
                switch (sees.on()) {
                    case BOARD -> "/";
                    case ALARM -> "/alarms/" + alarms.id(sees.alarm());
                    case TICKS -> "/first-night";
                    case ROTA,
                            CHANNELS,
                            LADDERS,
                            PEOPLE,
                            PAPER,
                            WATCHES,
                            STATISTICS,
                            DRILLS,
                            PARTNER,
                            BELONGING,
                            CASES ->
                            "/" + sees.on().name().toLowerCase(java.util.Locale.ROOT);
                };
        Page page = open(sees.who(), path);
        if (!sees.not()) {
            return missing(page, sees.texts());
        }
        return there(page, sees.texts());
    }

    private static Optional<Sentence> there(Page page, List<String> texts) {
        return texts.stream()
                .filter(page::says)
                .findFirst()
                .map(t -> onPage("play.not.gone", page, t));
    }

    private Optional<Sentence> alarm(Expectation.AlarmIs wanted, Scene scene) {
        Page room = open(viewer(scene), "/alarms/" + alarms.id(wanted.alarm()));
        AlarmState found = state(room);
        if (found != wanted.state()) {
            return Optional.of(
                    new Sentence(
                            "play.not.state",
                            Map.of("found", small(found), "wanted", small(wanted.state()))));
        }
        return wanted.raised()
                .flatMap(at -> timeMissing(room, at))
                .or(() -> wanted.logged().flatMap(at -> timeMissing(room, at)));
    }

    private Optional<Sentence> answered(Expectation.Answered wanted, Scene scene) {
        Page room = open(viewer(scene), "/alarms/" + alarms.id(wanted.alarm()));
        Standing found = Standings.of(room, wanted.who());
        if (found == wanted.standing()) {
            return Optional.empty();
        }
        return Optional.of(
                new Sentence(
                        "play.not.answered",
                        Map.of(
                                "who", wanted.who(),
                                "found", found.name().toLowerCase(java.util.Locale.ROOT))));
    }

    private static AlarmState state(Page room) {
        if (room.refused()) {
            throw new NoSuchThing(heading(room));
        }
        if (!room.all(".head[data-count=1]").isEmpty()) {
            return AlarmState.RINGING;
        }
        return room.all(".head .tag--good").isEmpty() ? AlarmState.ENDED : AlarmState.HELD;
    }

    private static String small(AlarmState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Sentence> timeMissing(Page room, Instant at) {
        for (Element time : room.all("time[datetime]")) {
            try {
                Instant shown = Instant.parse(time.attr("datetime"));
                if (Duration.between(shown, at).abs().compareTo(NEAR) <= 0) {
                    return Optional.empty();
                }
            } catch (DateTimeParseException e) {
                // A duration, which this is not about.
            }
        }
        String text = at.atZone(world.story().place().zone()).toLocalTime().toString();
        return Optional.of(onPage("play.not.shown", room, text));
    }

    private Optional<Sentence> rung(Expectation.Rung wanted, Scene scene) {
        for (String who : wanted.who()) {
            if (wanted.over().isEmpty()) {
                var all = since(who, channels(), wanted.since(), scene);
                var wrong = count(who, "–", all.size(), wanted.times());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            for (String channel : wanted.over()) {
                int found =
                        channels().contains(channel)
                                ? since(who, List.of(channel), wanted.since(), scene).size()
                                : onPaper(who, channel);
                var wrong = count(who, channel, found, wanted.times());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Sentence> count(
            String who, String over, int found, Optional<Integer> times) {
        boolean right = times.map(t -> t == found).orElse(found > 0);
        return right
                ? Optional.empty()
                : Optional.of(
                        new Sentence(
                                "play.not.rung", Map.of("who", who, "over", over, "found", found)));
    }

    /// How often a person's address stands on the page of what people must be told by hand.
    private int onPaper(String who, String channel) {
        String address = world.story().team().person(who).addresses().get(channel);
        Page page = open(anyOfficer(), "/paper");
        return address != null && page.says(who) ? 1 : 0;
    }

    private Optional<Sentence> notRung(Expectation.NotRung wanted, Scene scene) {
        List<String> over = wanted.over().isEmpty() ? channels() : wanted.over();
        for (String who : wanted.who()) {
            for (Received m : since(who, over, wanted.since(), scene)) {
                return Optional.of(
                        new Sentence(
                                "play.not.quiet",
                                Map.of(
                                        "who", who,
                                        "over", m.gateway(),
                                        "at", clock(m.storyAt()))));
            }
        }
        return Optional.empty();
    }

    private String clock(Instant at) {
        return at.atZone(world.story().place().zone()).toLocalTime().withNano(0).toString();
    }

    private Optional<Sentence> message(Expectation.MessageTo wanted, Scene scene) {
        List<String> over = wanted.over().map(List::of).orElseGet(this::channels);
        List<Received> all = since(wanted.who(), over, wanted.since(), scene);
        boolean found =
                all.stream()
                        .map(m -> Page.plain(m.shown()))
                        .anyMatch(text ->
                                wanted.says().stream().allMatch(s -> has(text, s))
                                        && wanted.lacks().stream().noneMatch(s -> has(text, s)));
        if (found) {
            return Optional.empty();
        }
        String last = all.isEmpty() ? "–" : Page.plain(all.getLast().shown());
        return Optional.of(
                new Sentence("play.not.message", Map.of("who", wanted.who(), "last", last)));
    }

    private static boolean has(String plain, String text) {
        return plain.contains(Page.plain(text));
    }

    private List<String> channels() {
        return world.gateways().stream().map(g -> g.name()).toList();
    }

    /// What a person was sent since the step began, or since an instant.
    private List<Received> since(
            String who, List<String> over, Optional<Instant> since, Scene scene) {
        List<Received> found = new ArrayList<>();
        List<String> mail = channels();
        for (String channel : over.stream().filter(mail::contains).toList()) {
            var fresh = world.gateway(channel).received();
            int from = since.isPresent() ? 0 : scene.marks().getOrDefault(channel, 0);
            List<Received> mine = world.delivered(who, channel);
            fresh.subList(from, fresh.size()).stream()
                    .filter(mine::contains)
                    .filter(m -> since.map(s -> !m.storyAt().isBefore(s)).orElse(true))
                    .forEach(found::add);
        }
        return found;
    }
}
