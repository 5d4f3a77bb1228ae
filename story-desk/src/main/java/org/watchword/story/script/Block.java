package org.watchword.story.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Limits;

/// A set of fields being read: whoever reads asks for the fields they know, and {@link #done}
/// refuses what nobody asked for.
final class Block {
    private final Located.Fields fields;
    private final Set<String> known = new LinkedHashSet<>();

    private Block(Located.Fields fields) {
        this.fields = fields;
    }

    static Block of(Located piece) {
        if (piece instanceof Located.Fields f) {
            return new Block(f);
        }
        throw new WrongHere(piece.line(), "story.shape.fields");
    }

    int line() {
        return fields.line();
    }

    List<Located.Field> all() {
        return fields.all();
    }

    Optional<Located> maybe(String name) {
        known.add(name);
        return fields.all().stream()
                .filter(f -> f.name().equals(name))
                .map(Located.Field::value)
                .findFirst();
    }

    Located need(String name) {
        return maybe(name)
                .orElseThrow(() -> new WrongHere(line(), "story.field.missing", "name", name));
    }

    String text(String name) {
        return textOf(need(name));
    }

    Optional<String> maybeText(String name) {
        return maybe(name).map(Block::textOf);
    }

    /// A text, or a list of them; none when the field is missing.
    List<String> texts(String name) {
        return maybe(name).map(Block::textsOf).orElse(List.of());
    }

    /// The line of a field that is there.
    int lineOf(String name) {
        return fields.all().stream()
                .filter(f -> f.name().equals(name))
                .mapToInt(Located.Field::line)
                .findFirst()
                .orElse(line());
    }

    /// Refuses every field that was not asked for.
    void done() {
        for (Located.Field field : fields.all()) {
            if (!known.contains(field.name())) {
                throw new WrongHere(
                        field.line(),
                        "story.field.unknown",
                        Map.of("name", field.name(), "known", String.join(", ", known)));
            }
        }
    }

    static String textOf(Located piece) {
        if (!(piece instanceof Located.Text t)) {
            throw new WrongHere(piece.line(), "story.shape.text");
        }
        String text = t.value().strip();
        if (text.isEmpty()) {
            throw new WrongHere(piece.line(), "story.shape.empty");
        }
        if (text.length() > Limits.TEXT_CHARACTERS) {
            throw new WrongHere(piece.line(), "story.text.long", "most", Limits.TEXT_CHARACTERS);
        }
        return text;
    }

    static List<String> textsOf(Located piece) {
        if (piece instanceof Located.Items items) {
            if (items.all().isEmpty()) {
                throw new WrongHere(piece.line(), "story.shape.empty");
            }
            List<String> texts = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Located item : items.all()) {
                String text = textOf(item);
                if (!seen.add(text)) {
                    throw new WrongHere(item.line(), "story.list.twice", "text", text);
                }
                texts.add(text);
            }
            return List.copyOf(texts);
        }
        return List.of(textOf(piece));
    }

    static List<Located> itemsOf(Located piece, int most) {
        if (!(piece instanceof Located.Items items)) {
            throw new WrongHere(piece.line(), "story.shape.list");
        }
        if (items.all().size() > most) {
            throw new WrongHere(piece.line(), "story.list.long", "most", most);
        }
        return items.all();
    }
}
