package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.story.script.StoryFile;

class WordsOfTheRunner {
    @ParameterizedTest
    @ValueSource(classes = {StoryMain.class, StoryFile.class})
    void are_the_same_keys_in_both_languages_and_all_used(Class<?> room) throws IOException {
        Properties english = read(room, "en");
        Properties russian = read(room, "ru");
        assertEquals(english.stringPropertyNames(), russian.stringPropertyNames());
        String sources = sources();
        for (String key : english.stringPropertyNames()) {
            String stem = key.startsWith("play.outcome.") ? "play.outcome." : key;
            assertTrue(sources.contains('"' + stem), () -> key + " is not used");
        }
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/watchword/story"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(WordsOfTheRunner::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties read(Class<?> room, String language) throws IOException {
        var properties = new Properties();
        try (var in = room.getResourceAsStream("words." + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
