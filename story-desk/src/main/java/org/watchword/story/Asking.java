package org.watchword.story;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks whoever sits at the terminal. What is typed there as a secret is not shown; where there is
/// no terminal, a line of the standard input is the answer.
final class Asking {
    private final BufferedReader in;

    Asking(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    Optional<String> line(String question, PrintWriter out) {
        return asked(question, out, false);
    }

    Optional<String> secret(String question, PrintWriter out) {
        return asked(question, out, true);
    }

    private Optional<String> asked(String question, PrintWriter out, boolean secret) {
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            out.println(question);
            out.flush();
            return typed();
        }
        if (!secret) {
            return answer(terminal.get().readLine("%s ", question));
        }
        char[] typed = terminal.get().readPassword("%s ", question);
        return typed == null ? Optional.empty() : answer(new String(typed));
    }

    private Optional<String> typed() {
        try {
            return answer(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> answer(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }
}
