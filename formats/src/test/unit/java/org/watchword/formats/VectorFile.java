package org.watchword.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of our own test vectors, which other implementations can run.
public final class VectorFile {
    public static final Path FOLDER = Path.of("../vectors").toAbsolutePath().normalize();
    public static final String OPENED = "opened";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String of;
    private final String seed;
    private final List<Map<String, Object>> vectors = new ArrayList<>();

    /// @param of what the vectors are of
    /// @param seed the words that all randomness in them is drawn from
    public VectorFile(String of, String seed) {
        this.of = of;
        this.seed = seed;
    }

    /// A vector to be filled.
    ///
    /// @param expect `opened`, or the kind of failure
    public Map<String, Object> add(String name, String says, String expect) {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("name", name);
        vector.put("says", says);
        vector.put("expect", expect);
        vectors.add(vector);
        return vector;
    }

    /// As it is kept.
    public String text() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("of", of);
        file.put("version", 1);
        file.put("licence", "CC0-1.0");
        file.put("seed", seed);
        file.put("count", vectors.size());
        file.put("vectors", vectors);
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        return JSON.writer().with(printer).writeValueAsString(file) + "\n";
    }

    public static String kept(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The vectors of a kept file.
    public static List<JsonNode> vectors(String name) {
        JsonNode file = JSON.readTree(kept(name));
        List<JsonNode> vectors = new ArrayList<>();
        file.get("vectors").forEach(vectors::add);
        var names = new TreeSet<String>();
        vectors.forEach(vector -> names.add(vector.get("name").asString()));
        boolean isCounted = vectors.size() == file.get("count").asInt();
        if (!isCounted || names.size() != vectors.size()) {
            throw new IllegalStateException(name + " does not hold what it says");
        }
        return vectors;
    }

    public static byte[] bytes(JsonNode vector, String field) {
        return HexFormat.of().parseHex(vector.get(field).asString());
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
