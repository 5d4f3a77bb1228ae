package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;

/// One kind of change that takes somebody off the rota.
final class ShiftChange implements Silencing {
    /// Longer than any two weekly shifts take to come round together.
    private static final Duration ROUND = Duration.ofDays(12 * 7);

    private static final String ROW = "row";

    private final RotaTools tools;
    private final RotaDesk desk;
    private final Kind kind;

    /// What is done. The names are kept in rows and never changed.
    enum Kind {
        SHIFT("shift.remove"),
        WEEKLY("shift.weekly"),
        STAND_IN_AWAY("shift.stand-in-away"),
        STAND_IN("shift.stand-in");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    ShiftChange(RotaTools tools, RotaDesk desk, Kind kind) {
        this.tools = tools;
        this.desk = desk;
        this.kind = kind;
    }

    static Map<String, String> row(long id) {
        return Map.of(ROW, "" + id);
    }

    static Map<String, String> of(RotaDesk.Instead instead) {
        return Map.of(
                "role", instead.role().value(),
                "person", "" + instead.person().value(),
                "instead", "" + instead.insteadOf().value(),
                "from", "" + instead.time().from().toEpochMilli(),
                "to", "" + instead.time().to().toEpochMilli());
    }

    private static RotaDesk.Instead instead(Map<String, String> what) {
        var person = new PersonId(number(what, "person"));
        return new RotaDesk.Instead(
                new RoleId(what.getOrDefault("role", "?")),
                person,
                new PersonId(number(what, "instead")),
                new Span(
                        Instant.ofEpochMilli(number(what, "from")),
                        Instant.ofEpochMilli(number(what, "to"))),
                person);
    }

    private static long number(Map<String, String> what, String key) {
        return Long.parseLong(what.getOrDefault(key, "0"));
    }

    /// Whom it takes off, in which role, and when that can be seen.
    ///
    /// @param instead whom somebody stands in for
    record About(RoleId role, PersonId person, Optional<PersonId> instead, Span time) {}

    /// Empty when it is gone already.
    Optional<About> about(Handle handle, Map<String, String> what) {
        Instant now = tools.clock().instant();
        return switch (kind) {
            case SHIFT ->
                    new ShiftRows()
                            .find(handle, number(what, ROW))
                            .map(one ->
                                    new About(
                                            one.role(),
                                            one.person(),
                                            Optional.empty(),
                                            since(now, new Span(one.starts(), one.ends()))));
            case WEEKLY ->
                    new PlanRows()
                            .weekly(handle, number(what, ROW))
                            .filter(one -> one.stoppedAt().isEmpty())
                            .map(one -> about(one, now));
            case STAND_IN_AWAY ->
                    new PlanRows()
                            .standInsAfter(handle, now).stream()
                                    .filter(one -> one.id() == number(what, ROW))
                                    .findFirst()
                                    .map(one ->
                                            new About(
                                                    one.role(),
                                                    one.person(),
                                                    Optional.of(one.insteadOf()),
                                                    since(now, one.time())));
            case STAND_IN -> {
                RotaDesk.Instead one = instead(what);
                yield Optional.of(
                        new About(
                                one.role(),
                                one.person(),
                                Optional.of(one.insteadOf()),
                                since(now, one.time())));
            }
        };
    }

    private static Span since(Instant now, Span time) {
        return now.isAfter(time.from()) ? new Span(now, time.to()) : time;
    }

    private About about(Weekly one, Instant now) {
        Instant first = one.pattern().first().atStartOfDay(tools.rota().zone()).toInstant();
        Instant from = first.isAfter(now) ? first : now;
        return new About(
                one.role(), one.person(), Optional.empty(), new Span(from, from.plus(ROUND)));
    }

    @Override
    public String kind() {
        return kind.word;
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        Instant now = tools.clock().instant();
        return switch (kind) {
            case SHIFT -> desk.removeIn(turn, number(what, ROW), now);
            case WEEKLY -> desk.stopIn(turn, number(what, ROW), now);
            case STAND_IN_AWAY -> desk.removeStandInIn(turn, number(what, ROW), now);
            case STAND_IN -> desk.standInIn(turn, instead(what), now) instanceof Planned.Done;
        };
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        return about(handle, what)
                .map(about -> says(handle, about, words))
                .orElseGet(() -> words.say("rota.changes.gone"));
    }

    private String says(Handle handle, About about, Words words) {
        var names = tools.names(handle, words);
        var times = new TimeWords(tools.rota().zone(), words.language());
        var gaps = new HashMap<String, Object>();
        gaps.put("who", RotaTools.name(names, about.person()));
        gaps.put("instead", about.instead().map(one -> RotaTools.name(names, one)).orElse(""));
        gaps.put("role", tools.people().role(handle, about.role()).map(Role::label).orElse("?"));
        gaps.put("from", times.dayAndMinute(about.time().from()));
        gaps.put("to", times.dayAndMinute(about.time().to()));
        return words.say("rota.changes." + kind.word.substring("shift.".length()), gaps);
    }
}
