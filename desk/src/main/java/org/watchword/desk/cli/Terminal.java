package org.watchword.desk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;

/// Somebody at a keyboard, line by line.
final class Terminal {
    private final BufferedReader in;
    private final PrintStream out;
    private final Words words;

    Terminal(BufferedReader in, PrintStream out, Words words) {
        this.in = in;
        this.out = out;
        this.words = words;
    }

    /// The keyboard is gone: nothing more will be answered.
    static final class Gone extends RuntimeException {}

    Words words() {
        return words;
    }

    void say(String key) {
        out.println(words.say(key));
    }

    void say(Sentence sentence) {
        out.println(words.say(sentence));
    }

    void plain(String text) {
        out.println(text);
    }

    /// A question, and what was typed; the suggestion when nothing was.
    String ask(String key, String suggestion) {
        String shown = suggestion.isEmpty() ? "" : " [" + suggestion + "]";
        out.print(words.say(key) + shown + " ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new Gone();
            }
            String typed = line.strip();
            return typed.isEmpty() ? suggestion : typed;
        } catch (IOException e) {
            throw new Gone();
        }
    }

    /// A number between two, asked for until it is one.
    int number(String key, int suggestion, int least, int most) {
        while (true) {
            var typed = digits(ask(key, Integer.toString(suggestion)));
            if (typed.filter(n -> n >= least && n <= most).isPresent()) {
                return typed.get();
            }
            say(new Sentence("cli.init.number", Map.of("least", least, "most", most)));
        }
    }

    private static Optional<Integer> digits(String typed) {
        return typed.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
