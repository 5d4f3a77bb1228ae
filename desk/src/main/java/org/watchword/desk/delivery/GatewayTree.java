package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.WholeCharacters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A gateway file as pieces that remember their line. Only what such a file needs is allowed: one
/// document, plain values, lists and fields; no anchors, no aliases, no tags, no field twice.
final class GatewayTree {
    private static final int DEPTH = 12;
    private static final int PIECES = 2_000;

    private final YAMLParser in;
    private int pieces;

    private GatewayTree(YAMLParser in) {
        this.in = in;
    }

    /// One piece of the file.
    sealed interface Piece {
        int line();
    }

    /// @param text what is written; empty for nothing
    /// @param token how YAML reads it: a text, a number, true, false, or nothing
    record Leaf(int line, String text, JsonToken token) implements Piece {}

    record Items(int line, List<Piece> all) implements Piece {}

    record Fields(int line, Map<String, Field> all) implements Piece {
        Optional<Field> find(String name) {
            return Optional.ofNullable(all.get(name));
        }
    }

    /// @param line of its name
    record Field(int line, String name, Piece value) {}

    static Fields read(String text) {
        try (var in =
                (YAMLParser)
                        new YAMLFactory()
                                .createParser(
                                        ObjectReadContext.empty(), new WholeCharacters(text))) {
            var tree = new GatewayTree(in);
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new BadGateway(tree.line(), "broken", "");
            }
            Fields root = (Fields) tree.piece(0);
            if (in.nextToken() != null) {
                throw new BadGateway(tree.line(), "trick", "");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new BadGateway(at == null ? 1 : Math.max(1, at.getLineNr()), "broken", "");
        }
    }

    private Piece piece(int depth) {
        pieces++;
        boolean tricky = in.isCurrentAlias() || in.getObjectId() != null || in.getTypeId() != null;
        if (tricky || depth > DEPTH || pieces > PIECES) {
            throw new BadGateway(line(), "trick", "");
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> fields(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Leaf(line(), in.getString(), in.currentToken());
            case VALUE_NULL -> new Leaf(line(), "", in.currentToken());
            case PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BadGateway(line(), "broken", "");
        };
    }

    private Fields fields(int depth) {
        int start = line();
        Map<String, Field> all = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String name = in.currentName();
            in.nextToken();
            if (all.put(name, new Field(at, name, piece(depth + 1))) != null) {
                throw new BadGateway(at, "twice", name);
            }
        }
        return new Fields(start, all);
    }

    private Items items(int depth) {
        int start = line();
        List<Piece> all = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            all.add(piece(depth + 1));
        }
        return new Items(start, List.copyOf(all));
    }

    private int line() {
        return Math.max(1, in.currentTokenLocation().getLineNr());
    }
}
