package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Weeks at random around the nights on which clocks change, lived through by a few people.
final class RandomWeeks implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int DEEDS = 36;
    private static final java.util.regex.Pattern SECTION =
            java.util.regex.Pattern.compile("(?s)aria-labelledby=\"role-duty\"(.*?)</section>");
    private static final java.util.regex.Pattern LINES =
            java.util.regex.Pattern.compile("(?s)<ul class=\"rows days\">(.*?)</ul>");
    private static final java.util.regex.Pattern LINE =
            java.util.regex.Pattern.compile("(?s)<li>(.*?)</li>");
    private static final java.util.regex.Pattern NAME =
            java.util.regex.Pattern.compile("<bdi>(.*?)</bdi>");
    private static final java.util.regex.Pattern TIME =
            java.util.regex.Pattern.compile("datetime=\"(.*?)\"");

    private final TeamOnDisk team;
    private final RotaBrowser browser;
    private final NaiveRota naive = new NaiveRota(ZONE);
    private final Random random;
    private final RoleId duty;
    private final List<PersonId> people = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    RandomWeeks(Path directory, long seed) {
        random = new Random(seed);
        String start = seed % 2 == 0 ? "2021-03-26T06:00:00Z" : "2021-10-29T06:00:00Z";
        team = new TeamOnDisk(directory, Instant.parse(start));
        duty = team.role("duty", "answer", "people");
        for (int i = 1; i <= 5; i++) {
            people.add(team.stub(i, "Person " + i, duty));
        }
        browser = new RotaBrowser(team, ZONE);
    }

    /// What was done, and how often.
    Map<String, Integer> live(String where) {
        for (int i = 0; i < DEEDS; i++) {
            deed();
            team.clock.pass(Duration.ofMinutes(random.nextInt(400)));
            if (i % 4 == 3) {
                compare(where + " deed " + i + " ");
            }
        }
        return done;
    }

    @Override
    public void close() {
        browser.close();
    }

    private Instant now() {
        return team.clock.instant();
    }

    private PersonId somebody() {
        return people.get(random.nextInt(people.size()));
    }

    private Instant soon(int hours) {
        return now().plus(Duration.ofMinutes(15L * random.nextInt(hours * 4)));
    }

    private void did(String what, Planned planned) {
        if (planned instanceof Planned.Done) {
            done.merge(what, 1, Integer::sum);
        }
    }

    private void deed() {
        switch (random.nextInt(12)) {
            case 0, 1 -> shift();
            case 2, 3, 4 -> weekly();
            case 5, 6 -> standIn();
            case 7, 8 -> swap();
            case 9 -> {
                takeOver();
                team.clock.pass(Duration.ofMinutes(random.nextInt(40)));
                takeOver();
                compare("taken over twice: ");
            }
            case 10 -> remove();
            default -> leave();
        }
    }

    private void shift() {
        Instant from = soon(200);
        Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(60))));
        var person = somebody();
        var planned = browser.tools.desk().plan(new RotaDesk.Plan(duty, person, from, to), now());
        if (planned instanceof Planned.Done(long id)) {
            naive.shifts.add(new NaiveRota.Time(id, person, from, to));
        }
        did("shift", planned);
    }

    private void weekly() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i <= random.nextInt(4); i++) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        LocalDate today = LocalDate.ofInstant(now(), ZONE);
        LocalTime from = onTheWall();
        LocalTime to = onTheWall();
        var pattern =
                new Pattern(
                        days,
                        1 + random.nextInt(3),
                        from,
                        to,
                        (to.isAfter(from) ? 0 : 1) + random.nextInt(2),
                        today.minusDays(random.nextInt(20)),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(today.plusDays(random.nextInt(20))));
        var person = somebody();
        var planned =
                browser.tools.desk().repeat(new RotaDesk.Repeat(duty, person, pattern), now());
        if (planned instanceof Planned.Done(long id)) {
            naive.weekly.add(new NaiveRota.Again(id, person, pattern, Instant.MAX));
        }
        did("weekly", planned);
    }

    /// Often in the hours that are skipped or come twice.
    private LocalTime onTheWall() {
        int hour = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : random.nextInt(24);
        return LocalTime.of(hour, 30 * random.nextInt(2));
    }

    private List<Stretch> coming() {
        return team.store.read(handle ->
                browser.tools
                        .rota()
                        .standing(handle, duty, new Span(now(), now().plus(Duration.ofDays(12)))));
    }

    private void standIn() {
        var coming = coming();
        if (coming.isEmpty()) {
            return;
        }
        Stretch one = coming.get(random.nextInt(coming.size()));
        Instant from = one.time().from().plus(Duration.ofMinutes(30L * (random.nextInt(6) - 3)));
        Instant to = one.time().to().plus(Duration.ofMinutes(30L * (random.nextInt(6) - 3)));
        var person = somebody();
        var wish = new RotaDesk.Instead(duty, person, one.person(), new Span(from, to), person);
        var planned = browser.tools.desk().standIn(wish, now());
        if (planned instanceof Planned.Done(long id)) {
            naive.standIns.add(new NaiveRota.In(id, person, one.person(), from, to));
        }
        did("stand-in", planned);
    }

    private void swap() {
        var coming = coming();
        if (coming.size() < 2) {
            return;
        }
        Stretch gives = coming.get(random.nextInt(coming.size()));
        Stretch takes = coming.get(random.nextInt(coming.size()));
        boolean both = random.nextBoolean() && !takes.person().equals(gives.person());
        PersonId other = both ? takes.person() : somebody();
        Optional<Span> back = both ? Optional.of(takes.time()) : Optional.empty();
        var wish = new Swaps.Wish(duty, gives.person(), other, gives.time(), back);
        if (!(browser.tools.swaps().ask(wish, now()) instanceof Planned.Done(long id))) {
            return;
        }
        compare("asked only: ");
        if (random.nextInt(4) == 0) {
            did("declined", browser.tools.swaps().decline(id, other, now()));
            return;
        }
        var planned = browser.tools.swaps().accept(id, other, now());
        if (planned instanceof Planned.Done) {
            standsIn(other, gives.person(), gives.time());
            back.ifPresent(time -> standsIn(gives.person(), other, time));
        }
        did("swap", planned);
    }

    private void standsIn(PersonId person, PersonId insteadOf, Span time) {
        naive.standIns.add(new NaiveRota.In(0, person, insteadOf, time.from(), time.to()));
    }

    private void takeOver() {
        var person = somebody();
        Optional<Duration> lasting =
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(Duration.ofHours(1 + random.nextInt(12)));
        var running = team.store.read(handle -> browser.tools.rota().onDuty(handle, duty, now()));
        var planned = browser.tools.desk().takeOver(duty, person, lasting, now());
        if (planned instanceof Planned.Done(long id)) {
            Instant to =
                    lasting.map(now()::plus)
                            .orElseGet(() ->
                                    running.stream()
                                            .map(Duty::until)
                                            .max(Instant::compareTo)
                                            .orElseThrow());
            naive.takeOvers.add(new NaiveRota.Time(id, person, now(), to));
        }
        did("take-over", planned);
    }

    private void remove() {
        if (!naive.shifts.isEmpty()) {
            int at = random.nextInt(naive.shifts.size());
            var one = naive.shifts.get(at);
            if (browser.tools.desk().remove(one.id(), now())) {
                naive.shifts.set(at, one.endingAt(now()));
            }
        }
        if (!naive.weekly.isEmpty() && random.nextBoolean()) {
            int at = random.nextInt(naive.weekly.size());
            var one = naive.weekly.get(at);
            if (browser.tools.desk().stop(one.id(), now())) {
                naive.weekly.set(
                        at, new NaiveRota.Again(one.id(), one.person(), one.pattern(), now()));
            }
        }
        done.merge("removed", 1, Integer::sum);
    }

    private void leave() {
        if (naive.gone.isEmpty() && random.nextInt(3) == 0) {
            var who = people.getLast();
            var person = new Person(who, "Person 5", TeamOnDisk.EN, Set.of(duty), false);
            team.accounts.founding().changePerson(person);
            naive.gone.add(who);
            done.merge("left", 1, Integer::sum);
        }
    }

    private void compare(String where) {
        browser.as(people.getFirst());
        var page = browser.pages.get("/rota");
        assertEquals(200, page.status(), where);
        var shown = shown(page.text());
        for (int i = 0; i < 250; i++) {
            Instant at = now().plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
            var expected = naive.onDuty(at);
            assertEquals(expected, routed(at), where + "routed at " + at);
            assertEquals(expected, shownAt(shown, at), where + "shown at " + at);
        }
        for (int i = 0; i < 50; i++) {
            Instant at = now().minus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
            assertEquals(naive.onDuty(at), routed(at), where + "of the past at " + at);
        }
    }

    private Set<PersonId> routed(Instant at) {
        return team.store.read(handle -> browser.tools.rota().onDuty(handle, duty, at)).stream()
                .map(Duty::person)
                .collect(Collectors.toSet());
    }

    private record Shown(Set<PersonId> who, Instant from, Instant to) {}

    /// What somebody reads on the page.
    private static List<Shown> shown(String page) {
        var lines = new ArrayList<Shown>();
        Matcher section = SECTION.matcher(page);
        if (!section.find()) {
            return lines;
        }
        Matcher lists = LINES.matcher(section.group(1));
        while (lists.find()) {
            Matcher line = LINE.matcher(lists.group(1));
            while (line.find()) {
                lines.add(line(line.group(1)));
            }
        }
        return lines;
    }

    private static Shown line(String text) {
        var who = new HashSet<PersonId>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            who.add(new PersonId(Long.parseLong(name.group(1).replace("Person ", ""))));
        }
        Matcher time = TIME.matcher(text);
        assertTrue(time.find(), text);
        Instant from = Instant.parse(time.group(1));
        assertTrue(time.find(), text);
        return new Shown(who, from, Instant.parse(time.group(1)));
    }

    /// Without any line nobody is on duty.
    private static Set<PersonId> shownAt(List<Shown> shown, Instant at) {
        return shown.stream()
                .filter(line -> !at.isBefore(line.from()) && at.isBefore(line.to()))
                .findFirst()
                .map(Shown::who)
                .orElseGet(() -> {
                    assertTrue(shown.isEmpty(), "the page leaves out " + at);
                    return Set.of();
                });
    }
}
