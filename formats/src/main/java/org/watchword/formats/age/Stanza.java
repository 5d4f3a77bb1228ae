package org.watchword.formats.age;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One way into a file: whom it is for, and the file key wrapped for them.
public final class Stanza {
    static final String START = "->";
    private static final int COLUMNS = 64;

    private final List<String> arguments;
    private final byte[] body;

    /// A stanza of visible ASCII.
    ///
    /// @param arguments the first is the type
    public Stanza(List<String> arguments, byte[] body) {
        this.arguments = List.copyOf(arguments);
        this.body = body.clone();
        if (arguments.isEmpty() || !arguments.stream().allMatch(Stanza::isArgument)) {
            throw new IllegalArgumentException("a stanza needs arguments of visible characters");
        }
    }

    static Stanza of(byte[] body, String... arguments) {
        return new Stanza(List.of(arguments), body);
    }

    public List<String> arguments() {
        return arguments;
    }

    public byte[] body() {
        return body.clone();
    }

    public String type() {
        return arguments.getFirst();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    private static boolean isArgument(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    }

    /// The lines as they stand in a header.
    void write(StringBuilder into) {
        into.append(START).append(' ').append(String.join(" ", arguments)).append('\n');
        String body64 = Base64Text.of(body);
        int at = 0;
        while (body64.length() - at >= COLUMNS) {
            into.append(body64, at, at + COLUMNS).append('\n');
            at += COLUMNS;
        }
        into.append(body64, at, body64.length()).append('\n');
    }

    /// The rest of a stanza, after its first line.
    ///
    /// @throws AgeFailure when it is none
    static Stanza read(String firstLine, HeaderLines lines) throws IOException {
        List<String> words = new ArrayList<>(List.of(firstLine.split(" ", -1)));
        if (!words.removeFirst().equals(START)
                || words.isEmpty()
                || !words.stream().allMatch(Stanza::isArgument)) {
            throw new AgeFailure(Failure.HEADER_MALFORMED);
        }
        var body64 = new StringBuilder();
        String line;
        do {
            line = lines.next();
            body64.append(line);
        } while (line.length() == COLUMNS);
        Optional<byte[]> body = Base64Text.read(body64.toString());
        if (line.length() > COLUMNS || body.isEmpty()) {
            throw new AgeFailure(Failure.HEADER_MALFORMED);
        }
        return new Stanza(words, body.get());
    }
}
