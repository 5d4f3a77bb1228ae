package org.watchword.story.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.RoleId;

/// Reads `roles`, `people` and `shifts`.
final class TeamReader {
    /// What a role may allow; the desk's own words.
    private static final Set<String> CAPABILITIES =
            Set.of("answer", "people", "channels", "ladders", "lead");

    private final Mistakes mistakes;
    private final Names names;
    private final Times times;

    TeamReader(Mistakes mistakes, Names names, Times times) {
        this.mistakes = mistakes;
        this.names = names;
        this.times = times;
    }

    Story.Team read(Block file) {
        List<Story.Role> roles = new ArrayList<>();
        for (Located.Field f : named(file, "roles", Limits.PEOPLE)) {
            mistakes.reading(() -> role(f)).ifPresent(roles::add);
        }
        List<Story.Person> people = new ArrayList<>();
        List<Located.Field> fields = named(file, "people", Limits.PEOPLE);
        fields.forEach(f -> mistakes.checking(() -> introduce(f)));
        for (Located.Field f : fields) {
            mistakes.reading(() -> person(f)).ifPresent(people::add);
        }
        List<Story.Shift> shifts = new ArrayList<>();
        var list =
                mistakes.reading(() ->
                        file.maybe("shifts")
                                .map(s -> Block.itemsOf(s, StoryLimits.SHIFTS))
                                .orElse(List.of()));
        for (Located s : list.orElse(List.of())) {
            mistakes.reading(() -> shift(s)).ifPresent(shifts::add);
        }
        return new Story.Team(List.copyOf(people), List.copyOf(roles), List.copyOf(shifts));
    }

    private List<Located.Field> named(Block file, String field, int most) {
        Optional<List<Located.Field>> all =
                mistakes.reading(() -> {
                    List<Located.Field> found = Block.of(file.need(field)).all();
                    if (found.size() > most) {
                        throw new WrongHere(file.lineOf(field), "story.list.long", "most", most);
                    }
                    return found;
                });
        return all.orElse(List.of());
    }

    private Story.Role role(Located.Field f) {
        names.roles.add(f.name());
        if (!Names.isRoleId(f.name())) {
            throw new WrongHere(f.line(), "story.team.role-id", "name", f.name());
        }
        Block block = Block.of(f.value());
        String label = name(block.lineOf("label"), block.text("label"));
        List<String> may = block.texts("may");
        for (String what : may) {
            if (!CAPABILITIES.contains(what)) {
                throw new WrongHere(block.lineOf("may"), "story.team.may", "name", what);
            }
        }
        block.done();
        return new Story.Role(new RoleId(f.name()), label, Set.copyOf(may));
    }

    private void introduce(Located.Field f) {
        name(f.line(), f.name());
        boolean taken =
                names.roles.contains(f.name())
                        || names.people.stream().anyMatch(p -> p.equalsIgnoreCase(f.name()));
        if (taken) {
            throw new WrongHere(f.line(), "story.name.taken", "name", f.name());
        }
        names.people.add(f.name());
    }

    private Story.Person person(Located.Field f) {
        Block block = Block.of(f.value());
        Language language = StoryReader.language(block.lineOf("language"), block.text("language"));
        List<RoleId> roles = new ArrayList<>();
        for (String role : block.texts("roles")) {
            roles.add(names.role(block.lineOf("roles"), role));
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        if (block.maybe("addresses").isPresent()) {
            for (Located.Field a : Block.of(block.need("addresses")).all()) {
                addresses.put(names.channel(a.line(), a.name()), address(names, a));
            }
        }
        Set<String> unproved =
                Set.copyOf(names.channels(block.lineOf("unproved"), block.texts("unproved")));
        block.done();
        return new Story.Person(f.name(), language, List.copyOf(roles), addresses, unproved);
    }

    /// An address, of which it is certain that nobody has it: a mail address lies in a domain that
    /// cannot exist, a number begins with a country code that none has.
    static String address(Names names, Located.Field a) {
        String text = Block.textOf(a.value());
        if (text.length() > Limits.ADDRESS_CHARACTERS) {
            throw new WrongHere(a.line(), "story.text.long", "most", Limits.ADDRESS_CHARACTERS);
        }
        Story.Kind kind = names.kinds.getOrDefault(a.name(), Story.Kind.PAPER);
        if (!invented(kind, text)) {
            throw new WrongHere(
                    a.line(), "story.team.address", Map.of("text", text, "kind", kind.word()));
        }
        return written(kind, text);
    }

    /// As the desk keeps it: a number without blanks.
    static String written(Story.Kind kind, String address) {
        return kind == Story.Kind.SMS ? address.replace(" ", "") : address;
    }

    static boolean invented(Story.Kind kind, String text) {
        boolean mail = text.matches("\\S+@\\S+\\.(example|test|invalid)");
        return switch (kind) {
            case MAIL, PAPER -> mail || !text.contains("@");
            case SMS -> text.matches("\\+999[ 0-9]{4,16}");
            case TELEGRAM -> text.matches("999\\d{3,9}");
            case WEBHOOK -> text.matches("[a-z][a-z0-9-]{0,60}");
        };
    }

    private Story.Shift shift(Located piece) {
        Block block = Block.of(piece);
        RoleId role = names.role(block.lineOf("role"), block.text("role"));
        String who = names.person(block.lineOf("who"), block.text("who"));
        Instant from = times.instant(block.lineOf("from"), block.text("from"));
        Instant until = times.instant(block.lineOf("until"), block.text("until"));
        block.done();
        if (!from.isBefore(until)) {
            throw new WrongHere(block.lineOf("until"), "story.team.shift");
        }
        return new Story.Shift(role, who, from, until);
    }

    static String name(int line, String text) {
        if (text.length() > Limits.NAME_CHARACTERS) {
            throw new WrongHere(line, "story.text.long", "most", Limits.NAME_CHARACTERS);
        }
        return text;
    }
}
