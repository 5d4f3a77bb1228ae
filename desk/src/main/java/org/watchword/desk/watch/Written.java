package org.watchword.desk.watch;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.WholeCharacters;
import org.watchword.desk.delivery.AddressId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How small things stand in one column.
final class Written {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<TreeMap<String, Object>> GAPS = new TypeReference<>() {};
    private static final String ROLE = "role:";
    private static final String PERSON = "person:";

    static String addresses(List<AddressId> addresses) {
        return addresses.stream()
                .map(address -> Long.toString(address.value()))
                .collect(Collectors.joining(","));
    }

    static List<AddressId> addresses(String written) {
        return parts(written).map(part -> new AddressId(Long.parseLong(part))).toList();
    }

    static String duties(Collection<Duty> duties) {
        return duties.stream().map(Written::duty).sorted().collect(Collectors.joining(","));
    }

    static Set<Duty> duties(String written) {
        return parts(written).map(Written::duty).collect(Collectors.toSet());
    }

    private static String duty(Duty duty) {
        return switch (duty) {
            case Duty.OfRole(RoleId role) -> ROLE + role.value();
            case Duty.OfPerson(PersonId person) -> PERSON + person.value();
        };
    }

    private static Duty duty(String written) {
        return written.startsWith(ROLE)
                ? new Duty.OfRole(new RoleId(written.substring(ROLE.length())))
                : new Duty.OfPerson(
                        new PersonId(Long.parseLong(written.substring(PERSON.length()))));
    }

    private static Stream<String> parts(String written) {
        return Arrays.stream(written.split(",", -1)).filter(part -> !part.isEmpty());
    }

    static String how(Standing.How how) {
        return switch (how) {
            case Standing.ByRaising _ -> "raising";
            case Standing.InSession _ -> "session";
            case Standing.Confirmed _ -> "confirmed";
        };
    }

    static Standing.How how(String written) {
        return switch (written) {
            case "raising" -> new Standing.ByRaising();
            case "session" -> new Standing.InSession();
            case "confirmed" -> new Standing.Confirmed();
            default -> throw new IllegalStateException("no such way to answer");
        };
    }

    /// The gaps of a sentence: numbers stay numbers, anything else becomes text.
    static String gaps(Map<String, Object> gaps) {
        Function<Object, Object> plain =
                value ->
                        value instanceof Integer || value instanceof Long
                                ? value
                                : String.valueOf(value);
        var all = new TreeMap<String, Object>();
        gaps.forEach((name, value) -> all.put(name, plain.apply(value)));
        return YAML.writeValueAsString(all);
    }

    static Map<String, Object> gaps(String written) {
        return YAML.readValue(new WholeCharacters(written), GAPS);
    }

    private Written() {}
}
