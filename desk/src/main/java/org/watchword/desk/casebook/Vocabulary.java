package org.watchword.desk.casebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.watchword.desk.basis.Words;

/// The names of compartments that the desk knows to say in its languages, a word a line in
/// `compartments.txt`. A team gives a compartment any other name that it likes.
final class Vocabulary {
    /// The first compartment of every case.
    static final String CORE = "core";

    private final List<String> names;

    private Vocabulary(List<String> names) {
        this.names = List.copyOf(names);
    }

    static Vocabulary read() {
        try (var file = Vocabulary.class.getResourceAsStream("compartments.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new Vocabulary(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return names;
    }

    /// As people read it.
    String say(String name, Words words) {
        return names.contains(name) ? words.say("casebook.compartment." + name) : name;
    }
}
