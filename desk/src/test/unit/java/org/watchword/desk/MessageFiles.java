package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The message files of all rooms: complete in every language, and exactly what the program says.
class MessageFiles {
    /// Literals that look like keys and are none: names of files, of hosts, of places on a page.
    private static final Set<String> NO_KEYS = Set.of("watch.key", "demo.localhost");

    private final MessageKeys keys = MessageKeys.ofAllRooms();

    @Test
    void every_room_has_every_language() {
        assertTrue(keys.languages().containsAll(Set.of("en", "ru")), "English and Russian");
        keys.rooms().forEach((room, files) -> assertEquals(keys.languages(), files.keySet(), room));
    }

    @Test
    void every_language_of_a_room_has_the_same_keys() {
        keys.rooms()
                .forEach((room, files) -> {
                    Set<String> english =
                            new TreeSet<>(files.getOrDefault("en", Map.of()).keySet());
                    files.forEach((language, texts) ->
                            assertEquals(
                                    english,
                                    new TreeSet<>(texts.keySet()),
                                    room + " in " + language));
                });
    }

    @Test
    void a_key_starts_with_its_room_and_stands_once() {
        assertEquals(List.of(), keys.misplaced());
    }

    @Test
    void every_text_is_sound_and_has_the_same_gaps_in_every_language() {
        assertEquals(List.of(), keys.unsound());
    }

    @Test
    void a_translation_is_written_in_its_own_letters() {
        assertEquals(List.of(), keys.untranslated());
    }

    @Test
    void every_key_that_the_program_names_exists() {
        var missing = new TreeMap<String, Path>();
        new KeysInSources(keys).named().forEach(missing::putIfAbsent);
        missing.keySet().removeAll(NO_KEYS);
        missing.keySet().removeIf(keys::exists);
        assertEquals(new TreeMap<>(), missing);
    }

    @Test
    void no_key_is_left_that_nobody_says() {
        Set<String> unused = new TreeSet<>(keys.all());
        Set<String> named = new KeysInSources(keys).named().keySet();
        unused.removeIf(key ->
                named.stream().anyMatch(n -> n.endsWith(".") ? key.startsWith(n) : key.equals(n)));
        assertEquals(new TreeSet<>(), unused);
    }
}
