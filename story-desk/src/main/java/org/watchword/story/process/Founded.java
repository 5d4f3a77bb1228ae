package org.watchword.story.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.story.visit.Card;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A story's desk as it was founded once after a build. A demo begins with a copy: founding takes a
/// processor for a third of a second for each passphrase. There is none of another story, nor of
/// the same one once its file was changed.
///
/// @param passphrases by the name of the person
/// @param cards that were made on it, by code-name
public record Founded(Path directory, Map<String, String> passphrases, Map<String, Card> cards) {
    private static final String STORY = "founded-story.yaml";
    private static final String PASSPHRASES = "passphrases.json";
    private static final String CARDS = "cards.json";
    private static final List<String> DESK = List.of("desk.db", "watch.key");

    /// The desk of this story that was kept in a directory, if there is one.
    public static Optional<Founded> in(Path directory, Path story) {
        try {
            Path told = directory.resolve(PASSPHRASES);
            boolean same =
                    Files.exists(told)
                            && Files.exists(directory.resolve(CARDS))
                            && Files.mismatch(directory.resolve(STORY), story) < 0
                            && DESK.stream().allMatch(f -> Files.exists(directory.resolve(f)));
            return same
                    ? Optional.of(
                            new Founded(directory, read(told), cards(directory.resolve(CARDS))))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            // It is founded anew then.
            return Optional.empty();
        }
    }

    private static Map<String, String> read(Path told) throws IOException {
        return new JsonMapper().readValue(Files.readString(told), new TypeReference<>() {});
    }

    private static Map<String, Card> cards(Path told) throws IOException {
        return new JsonMapper().readValue(Files.readString(told), new TypeReference<>() {});
    }

    /// Keeps a desk that was closed as the one to begin with.
    static void keep(Path desk, FoundingOrder order, Map<String, Card> cards, Path directory)
            throws IOException {
        Path told = directory.resolve(PASSPHRASES);
        Files.createDirectories(directory);
        Files.deleteIfExists(told);
        copy(Path.of(order.story()), directory.resolve(STORY));
        for (String file : DESK) {
            copy(desk.resolve(file), directory.resolve(file));
        }
        Files.writeString(directory.resolve(CARDS), new JsonMapper().writeValueAsString(cards));
        Files.writeString(told, new JsonMapper().writeValueAsString(order.passphrases()));
    }

    /// Lays a copy into the directory of a new desk.
    void copyTo(Path desk) throws IOException {
        for (String file : DESK) {
            copy(directory.resolve(file), desk.resolve(file));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(
                from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "founded desk";
    }
}
