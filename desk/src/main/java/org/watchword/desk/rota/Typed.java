package org.watchword.desk.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.WallTime;
import org.watchword.desk.web.Form;

/// What people typed into the forms of this room.
record Typed(RotaTools tools, Form form) {
    /// What a browser's own fields for a day and for a time send.
    private static final DateTimeFormatter DAY = strict("uuuu-MM-dd");

    private static final DateTimeFormatter TIME = strict("HH:mm");
    private static final String NUMBER = "[0-9]{1,18}";

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    Optional<RoleId> role() {
        var asked = form.text("role").orElse("");
        return tools.store().read(tools.people()::roles).stream()
                .map(role -> role.id())
                .filter(id -> id.value().equals(asked))
                .findFirst();
    }

    /// Somebody who is there.
    Optional<PersonId> person(String field) {
        return form.text(field)
                .filter(text -> text.matches(NUMBER))
                .map(text -> new PersonId(Long.parseLong(text)))
                .filter(this::isThere);
    }

    private boolean isThere(PersonId id) {
        return tools.store().read(tools.people()::acting).contains(id);
    }

    /// Empty for what is no time, and for one that the clocks skip when they are put forward.
    Optional<Instant> instant(String field, ZoneId zone) {
        return form.text(field).flatMap(text -> WallTime.read(text, zone));
    }

    Optional<LocalDate> day(String field) {
        try {
            return form.text(field)
                    .map(text -> LocalDate.parse(text, DAY))
                    .filter(day -> day.getYear() > 1970 && day.getYear() < 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<LocalTime> time(String field) {
        try {
            return form.text(field).map(text -> LocalTime.parse(text, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// A small whole number; empty for anything else.
    OptionalInt small(String field) {
        return form.text(field)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }
}
