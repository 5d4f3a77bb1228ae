package org.watchword.desk.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Ladders and code-names as the team sets them up. A change reaches running alarms in its own
/// turn.
public final class Ladders {
    private final Store store;
    private final InstantSource clock;
    private final Team team;
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private volatile Entrusted entrusted = Entrusted.nothing();

    Ladders(Store store, InstantSource clock, Team team, AlarmTurns.Rows rows, AlarmTurns turns) {
        this.store = store;
        this.clock = clock;
        this.team = team;
        this.rows = rows;
        this.turns = turns;
    }

    /// Names what else relies on code-names and ladders.
    public void reliedOnBy(Entrusted watches) {
        entrusted = watches;
    }

    /// Whether a watch that is not over is about this code-name.
    public boolean isWatched(Handle handle, CodenameId who) {
        return entrusted.covers(handle, who);
    }

    public List<Ladder> all() {
        return store.read(this::all);
    }

    public List<Ladder> all(Handle handle) {
        return rows.ladders().all(handle);
    }

    public Optional<Ladder> ladder(LadderId id) {
        return store.read(handle -> rows.ladders().find(handle, id));
    }

    /// Adds a ladder. The first one becomes the default.
    public Ladder.Saved add(String label, List<Ladder.Step> steps) {
        String kept = CleanText.cleaned(label);
        return checked(kept, steps)
                .orElseGet(() ->
                        store.writer().write(Lane.ORDINARY, turn -> added(turn, kept, steps)));
    }

    private Ladder.Saved added(Turn turn, String label, List<Ladder.Step> steps) {
        if (rows.ladders().all(turn.handle()).size() >= Limits.LADDERS) {
            return refused("watch.ladders.too-many", "most", Limits.LADDERS);
        }
        var id = new LadderId(RowNumbers.next(turn, "ladder"));
        rows.ladders().insert(turn.handle(), id, label, clock.instant());
        rows.ladders().replaceSteps(turn.handle(), id, steps);
        return new Ladder.Done(id);
    }

    /// Puts a new label and new steps in place of the old ones.
    public Ladder.Saved change(LadderId id, String label, List<Ladder.Step> steps) {
        String kept = CleanText.cleaned(label);
        return checked(kept, steps)
                .orElseGet(() ->
                        store.writer().write(Lane.FIRST, turn -> changed(turn, id, kept, steps)));
    }

    /// The same, refused when somebody has changed it since it was seen like this.
    Ladder.Saved change(Ladder seen, String label, List<Ladder.Step> steps) {
        String kept = CleanText.cleaned(label);
        return checked(kept, steps)
                .orElseGet(() ->
                        store.writer().write(Lane.FIRST, turn -> changed(turn, seen, kept, steps)));
    }

    Optional<Ladder> find(Handle handle, LadderId id) {
        return rows.ladders().find(handle, id);
    }

    /// The same in the caller's turn.
    Ladder.Saved changeIn(Turn turn, Ladder seen, String label, List<Ladder.Step> steps) {
        String kept = CleanText.cleaned(label);
        return checked(kept, steps).orElseGet(() -> changed(turn, seen, kept, steps));
    }

    private Ladder.Saved changed(Turn turn, Ladder seen, String label, List<Ladder.Step> steps) {
        boolean same =
                rows.ladders()
                        .find(turn.handle(), seen.id())
                        .filter(now -> now.version().equals(seen.version()))
                        .isPresent();
        return same ? changed(turn, seen.id(), label, steps) : Ladder.CHANGED;
    }

    private Ladder.Saved changed(Turn turn, LadderId id, String label, List<Ladder.Step> steps) {
        if (!rows.ladders().rename(turn.handle(), id, label)) {
            return gone();
        }
        rows.ladders().replaceSteps(turn.handle(), id, steps);
        for (Alarm alarm : rows.alarms().open(turn.handle())) {
            if (alarm.origin().ladder().equals(id)) {
                turns.apply(turn, alarm, new Event.LadderChanged(id));
            }
        }
        return new Ladder.Done(id);
    }

    /// Makes this one ring when nothing else is named. Running alarms keep theirs.
    public Ladder.Saved makeDefault(LadderId id) {
        return store.writer().write(Lane.ORDINARY, turn -> makeDefaultIn(turn, id));
    }

    Ladder.Saved makeDefaultIn(Turn turn, LadderId id) {
        if (rows.ladders().find(turn.handle(), id).isEmpty()) {
            return gone();
        }
        rows.ladders().makeDefault(turn.handle(), id);
        return new Ladder.Done(id);
    }

    /// Takes a ladder away; refused for the default one and while a code-name, a watch or an alarm
    /// uses it.
    public Ladder.Saved remove(LadderId id) {
        return store.writer().write(Lane.ORDINARY, turn -> removed(turn.handle(), id));
    }

    private Ladder.Saved removed(Handle handle, LadderId id) {
        Optional<Ladder> ladder = rows.ladders().find(handle, id);
        if (ladder.isEmpty()) {
            return gone();
        }
        if (ladder.get().isDefault()) {
            return new Ladder.Refused(Sentence.of("watch.ladders.is-default"));
        }
        if (rows.ladders().used(handle, id) || entrusted.rings(handle, id)) {
            return new Ladder.Refused(Sentence.of("watch.ladders.in-use"));
        }
        rows.ladders().delete(handle, id);
        return new Ladder.Done(id);
    }

    private static Ladder.Saved gone() {
        return new Ladder.Refused(Sentence.of("watch.ladders.gone"));
    }

    private static Ladder.Refused refused(String key, String gap, Object value) {
        return new Ladder.Refused(Sentence.of(key, gap, value));
    }

    private static Optional<Ladder.Saved> checked(String label, List<Ladder.Step> steps) {
        if (label.isEmpty()) {
            return Optional.of(new Ladder.Refused(Sentence.of("watch.ladders.label-missing")));
        }
        if (label.length() > Limits.NAME_CHARACTERS) {
            return Optional.of(
                    refused("watch.ladders.label-too-long", "most", Limits.NAME_CHARACTERS));
        }
        if (steps.size() > Limits.STEPS_PER_LADDER) {
            return Optional.of(
                    refused("watch.ladders.too-many-steps", "most", Limits.STEPS_PER_LADDER));
        }
        return steps.stream().flatMap(step -> checked(step).stream()).findFirst();
    }

    private static Optional<Ladder.Saved> checked(Ladder.Step step) {
        if (step.targets().isEmpty()) {
            return Optional.of(new Ladder.Refused(Sentence.of("watch.ladders.whom-missing")));
        }
        if (step.targets().size() > Limits.TARGETS_PER_STEP) {
            return Optional.of(
                    refused("watch.ladders.too-many-targets", "most", Limits.TARGETS_PER_STEP));
        }
        boolean tooShort = step.lasts().compareTo(Policy.SHORTEST_WAIT) < 0;
        boolean tooLong = step.lasts().compareTo(Policy.LONGEST_WAIT) > 0;
        return tooShort || tooLong
                ? Optional.of(new Ladder.Refused(Sentence.of("watch.ladders.lasts-wrong")))
                : Optional.empty();
    }

    /// Whom each ladder would ring now, step by step, each once.
    public Map<LadderId, List<PersonId>> rungNow(Handle handle) {
        var world = new World(team, handle, clock.instant());
        return all(handle).stream()
                .collect(Collectors.toMap(Ladder::id, one -> rungNow(world, one)));
    }

    private static List<PersonId> rungNow(World world, Ladder ladder) {
        return world.situation(ladder.steps(), Set.of(), false, Policy.DEFAULT).steps().stream()
                .flatMap(step -> step.targets().stream())
                .flatMap(target -> target.people().stream())
                .distinct()
                .toList();
    }

    /// What will fail somebody one night, as things stand now.
    public List<Flag> flags() {
        return store.read(
                handle -> Flags.of(rows.ladders().all(handle), new Now(handle, team, clock)));
    }

    /// The team at this moment, as the flags need it.
    private static final class Now implements Flags.Around {
        private final World world;
        private final Map<ChannelId, Boolean> on;

        Now(Handle handle, Team team, InstantSource clock) {
            world = new World(team, handle, clock.instant());
            on =
                    team.channels().all(handle).stream()
                            .collect(
                                    Collectors.toMap(
                                            Channels.Setup::id,
                                            Channels.Setup::active,
                                            (one, _) -> one,
                                            HashMap::new));
        }

        @Override
        public Situation.Target target(Duty duty) {
            return world.target(duty);
        }

        @Override
        public List<ChannelId> channelsOf(PersonId person) {
            return world.waysTo(person).stream().map(Situation.Way::channel).toList();
        }

        @Override
        public boolean somebodyLeads() {
            return !world.leads().all().isEmpty();
        }

        @Override
        public boolean switchedOff(ChannelId channel) {
            return !on.getOrDefault(channel, false);
        }
    }

    /// All that are not retired, by name.
    public List<Codename> codenames() {
        return store.read(this::codenames);
    }

    /// The same, without the names that drills are about.
    public List<Codename> realCodenames() {
        return codenames((handle, one) -> !Twins.isTwin(handle, one.id()));
    }

    /// The names that drills are about.
    public List<Codename> twins() {
        return codenames((handle, one) -> Twins.isTwin(handle, one.id()));
    }

    private List<Codename> codenames(BiPredicate<Handle, Codename> which) {
        return store.read(handle ->
                codenames(handle).stream().filter(one -> which.test(handle, one)).toList());
    }

    public List<Codename> codenames(Handle handle) {
        return rows.ladders().codenames(handle).stream()
                .sorted(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// Which of these code-names are not retired.
    public Set<CodenameId> standing(Handle handle, Collection<CodenameId> which) {
        return rows.ladders().standing(handle, which);
    }

    /// A code-name by its number, retired or not.
    public Optional<Codename> codename(Handle handle, CodenameId id) {
        return rows.ladders().codename(handle, id);
    }

    public Codename.Saved addCodename(String name, String plan, Optional<LadderId> ladder) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            var id = new CodenameId(RowNumbers.next(turn, "codename"));
                            return kept(turn.handle(), cleaned(id, name, plan, ladder));
                        });
    }

    /// Changes a code-name and its plan card.
    ///
    /// @param seen the version that it was typed over; any when empty
    public Codename.Saved changeCodename(String seen, Codename typed) {
        return store.writer().write(Lane.ORDINARY, turn -> changeCodenameIn(turn, seen, typed));
    }

    Codename.Saved changeCodenameIn(Turn turn, String seen, Codename typed) {
        return rows.ladders()
                .codename(turn.handle(), typed.id())
                .map(now -> kept(turn.handle(), seen, now, typed))
                .orElseGet(() -> new Codename.Refused(Sentence.of("watch.codenames.gone")));
    }

    private Codename.Saved kept(Handle handle, String seen, Codename now, Codename typed) {
        return seen.isEmpty() || seen.equals(now.version())
                ? kept(handle, cleaned(typed.id(), typed.name(), typed.plan(), typed.ladder()))
                : new Codename.Other(now);
    }

    private static Codename cleaned(
            CodenameId id, String name, String plan, Optional<LadderId> ladder) {
        return new Codename(id, CleanText.cleaned(name), CleanText.cleaned(plan), ladder);
    }

    private Codename.Saved kept(Handle handle, Codename codename) {
        if (codename.name().isEmpty()) {
            return new Codename.Refused(Sentence.of("watch.codenames.name-missing"));
        }
        if (codename.name().length() > Limits.NAME_CHARACTERS) {
            return new Codename.Refused(
                    Sentence.of("watch.codenames.name-too-long", "most", Limits.NAME_CHARACTERS));
        }
        int used = codename.plan().codePointCount(0, codename.plan().length());
        if (used > Limits.PLAN_CHARACTERS) {
            return new Codename.Refused(
                    new Sentence(
                            "watch.codenames.plan-too-long",
                            Map.of("used", used, "most", Limits.PLAN_CHARACTERS)));
        }
        boolean taken =
                rows.ladders()
                        .codenameTyped(handle, codename.name())
                        .filter(other -> !other.id().equals(codename.id()))
                        .isPresent();
        if (taken) {
            return new Codename.Refused(Sentence.of("watch.codenames.taken"));
        }
        if (codename.ladder().filter(id -> rows.ladders().find(handle, id).isEmpty()).isPresent()) {
            return new Codename.Refused(Sentence.of("watch.ladders.gone"));
        }
        rows.ladders().keep(handle, codename, clock.instant());
        return new Codename.Done(codename.id());
    }

    /// No new alarm will name it; old ones still do. Refused while a watch is about it: nobody
    /// drops out of a watch by this.
    public Codename.Saved retireCodename(CodenameId id) {
        return store.writer().write(Lane.ORDINARY, turn -> retireIn(turn, id));
    }

    Codename.Saved retireIn(Turn turn, CodenameId id) {
        if (isWatched(turn.handle(), id)) {
            return new Codename.Refused(Sentence.of("watch.codenames.watched"));
        }
        Instant now = clock.instant();
        Twins.of(turn.handle(), id)
                .forEach(twin -> rows.ladders().retire(turn.handle(), twin, now));
        return rows.ladders().retire(turn.handle(), id, now)
                ? new Codename.Done(id)
                : new Codename.Refused(Sentence.of("watch.codenames.gone"));
    }
}
