package org.watchword.story.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.WholeCharacters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML into pieces that remember their line. Only what a story needs is allowed: one
/// document, plain texts, lists and fields; no anchors, no aliases, no tags, no field twice.
final class YamlTree {
    private final YAMLParser in;

    private YamlTree(YAMLParser in) {
        this.in = in;
    }

    static Located read(String text) {
        try (var in =
                (YAMLParser)
                        new YAMLFactory()
                                .createParser(
                                        ObjectReadContext.empty(), new WholeCharacters(text))) {
            var tree = new YamlTree(in);
            if (in.nextToken() == null) {
                throw new WrongHere(1, "story.file.empty");
            }
            Located root = tree.piece(0);
            if (in.nextToken() != null) {
                throw new WrongHere(tree.line(), "story.yaml.second-document");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            throw new WrongHere(line, "story.yaml.broken", "why", firstLine(e));
        }
    }

    private static String firstLine(JacksonException e) {
        String all = e.getOriginalMessage();
        return all == null ? "" : all.lines().findFirst().orElse("");
    }

    private Located piece(int depth) {
        if (depth > StoryLimits.DEPTH) {
            throw new WrongHere(line(), "story.yaml.too-deep");
        }
        refuseTricks();
        return switch (in.currentToken()) {
            case START_OBJECT -> fields(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Located.Text(line(), visible(in.getString()));
            case VALUE_NULL -> new Located.Text(line(), "");
            case PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new WrongHere(line(), "story.yaml.broken", "why", "");
        };
    }

    /// What an escape in quotes may have smuggled in.
    private String visible(String text) {
        text.chars()
                .filter(HiddenCharacters::holds)
                .findFirst()
                .ifPresent(c -> {
                    throw new WrongHere(line(), "story.file.hidden", "code", "U+%04X".formatted(c));
                });
        return text;
    }

    private void refuseTricks() {
        if (in.isCurrentAlias() || in.getObjectId() != null) {
            throw new WrongHere(line(), "story.yaml.anchor");
        }
        if (in.getTypeId() != null) {
            throw new WrongHere(line(), "story.yaml.tag");
        }
    }

    private Located fields(int depth) {
        int start = line();
        List<Located.Field> all = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String name = in.currentName();
            Integer before = seen.putIfAbsent(name, at);
            if (before != null) {
                throw new WrongHere(
                        at, "story.yaml.twice", Map.of("name", name, "line", before.longValue()));
            }
            in.nextToken();
            all.add(new Located.Field(at, name, piece(depth + 1)));
        }
        return new Located.Fields(start, List.copyOf(all));
    }

    private Located items(int depth) {
        int start = line();
        List<Located> all = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            all.add(piece(depth + 1));
        }
        return new Located.Items(start, List.copyOf(all));
    }

    private int line() {
        return Math.max(1, in.currentTokenLocation().getLineNr());
    }
}
