package org.watchword.story.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the guide says about the chapters of a story, read from the file beside it: `STORY.guide`
/// in place of `STORY`, by the chapter's name and the reader's language. A chapter that nobody
/// wrote about is shown by its name alone.
record Guide(Map<String, Map<String, Entry>> entries) {
    /// A chapter's title and what happens in it.
    record Entry(String title, String tells) {}

    static Guide beside(Path story) {
        String name = story.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path file = story.resolveSibling(name + ".guide.yaml");
        if (!Files.isRegularFile(file)) {
            return new Guide(Map.of());
        }
        JsonNode root = new YAMLMapper().readTree(file.toFile());
        Map<String, Map<String, Entry>> entries = new HashMap<>();
        root.properties()
                .forEach(chapter -> {
                    Map<String, Entry> told = new HashMap<>();
                    chapter.getValue()
                            .properties()
                            .forEach(language ->
                                    told.put(language.getKey(), entry(language.getValue())));
                    entries.put(chapter.getKey(), told);
                });
        return new Guide(entries);
    }

    private static Entry entry(JsonNode node) {
        return new Entry(node.path("title").asString(""), node.path("tells").asString("").strip());
    }

    Entry of(String chapter, Language language) {
        Map<String, Entry> told = entries.getOrDefault(chapter, Map.of());
        return Optional.ofNullable(told.get(language.tag()))
                .or(() -> Optional.ofNullable(told.get("en")))
                .orElse(new Entry(chapter, ""));
    }
}
