package org.watchword.desk.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.watchword.desk.delivery.GatewayTree.Field;
import org.watchword.desk.delivery.GatewayTree.Fields;
import org.watchword.desk.delivery.GatewayTree.Items;
import org.watchword.desk.delivery.GatewayTree.Leaf;
import org.watchword.desk.delivery.GatewayTree.Piece;

/// What the pieces of a gateway file must be, each refused with its line.
final class GatewayPieces {
    private static final Pattern POINTER = Pattern.compile("(/[^/~]*(~[01][^/~]*)*)+");
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");

    /// Refuses fields that are not known here.
    static void only(Fields fields, String... known) {
        var names = Set.of(known);
        fields.all().values().stream()
                .filter(field -> !names.contains(field.name()))
                .findFirst()
                .ifPresent(field -> {
                    throw new BadGateway(field.line(), "unknown", field.name());
                });
    }

    static Field must(Fields fields, String name) {
        return fields.find(name).orElseThrow(() -> new BadGateway(fields.line(), "missing", name));
    }

    static Fields fields(Field field) {
        if (field.value() instanceof Fields fields) {
            return fields;
        }
        throw new BadGateway(field.line(), "fields", field.name());
    }

    static String text(Field field) {
        return text(field.name(), field.value());
    }

    private static String text(String name, Piece piece) {
        if (piece instanceof Leaf(int line, String text, _)) {
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                throw new BadGateway(line, "characters", name);
            }
            return text;
        }
        throw new BadGateway(piece.line(), "text", name);
    }

    /// One text or a list of them.
    static List<String> texts(Field field) {
        return field.value() instanceof Items(int _, List<Piece> all)
                ? all.stream().map(piece -> text(field.name(), piece)).toList()
                : List.of(text(field));
    }

    static String choice(Field field, String... choices) {
        String text = text(field);
        if (!List.of(choices).contains(text)) {
            throw new BadGateway(
                    field.line(),
                    "choice",
                    Map.of("field", field.name(), "choices", String.join(", ", choices)));
        }
        return text;
    }

    /// A JSON pointer (RFC 6901).
    static String pointer(Field field) {
        return pointer(field.line(), text(field));
    }

    static String pointer(int line, String text) {
        if (!POINTER.matcher(text).matches()) {
            throw new BadGateway(line, "pointer", text);
        }
        return text;
    }

    static int success(Field field) {
        int[] range = statuses(field);
        if (range[0] / 100 != 2) {
            throw new BadGateway(
                    field.line(), "choice", Map.of("field", field.name(), "choices", "200-299"));
        }
        return range[0];
    }

    /// One status or the least and the most, such as `200-299`.
    static int[] statuses(Field field) {
        String[] ends = text(field).split("-", 2);
        if (!Arrays.stream(ends).allMatch(end -> STATUS.matcher(end).matches())) {
            throw new BadGateway(field.line(), "status", field.name());
        }
        int least = Integer.parseInt(ends[0]);
        int most = ends.length == 2 ? Integer.parseInt(ends[1]) : least;
        return new int[] {least, most};
    }

    static Optional<Fields> optionalFields(Fields from, String name) {
        return from.find(name).map(GatewayPieces::fields);
    }

    private GatewayPieces() {}
}
