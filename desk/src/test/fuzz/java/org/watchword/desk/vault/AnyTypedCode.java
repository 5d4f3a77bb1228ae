package org.watchword.desk.vault;

import static org.watchword.desk.Foreign.promise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.watchword.desk.basis.Secret;

/// Any bytes as the letters of a second factor, and as a code of one whose letters are known.
public final class AnyTypedCode {
    private static final Secret KNOWN =
            new Secret("A".repeat(SecondFactor.LETTERS).getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.parse("2021-02-04T12:00:10Z");

    public static void fuzzerTestOneInput(byte[] data) {
        letters(data);
        try (SecondFactor factor = SecondFactor.read(KNOWN).orElseThrow();
                Secret typed = new Secret(data.clone())) {
            var step = factor.step(typed, NOW);
            promise(step.isEmpty() || digits(data) == 6, "a code has six digits");
        }
    }

    private static void letters(byte[] data) {
        try (Secret typed = new Secret(data.clone())) {
            SecondFactor.read(typed).ifPresent(AnyTypedCode::readsBackAsTheSame);
        }
    }

    /// The last letter holds one bit: others of it are not kept.
    private static void readsBackAsTheSame(SecondFactor factor) {
        try (factor) {
            String letters = factor.letters();
            Secret again = new Secret(letters.getBytes(StandardCharsets.US_ASCII));
            String same = SecondFactor.read(again).map(SecondFactor::letters).orElse("");
            promise(same.equals(letters), "letters are read back as the same");
        }
    }

    private static int digits(byte[] data) {
        return (int)
                Arrays.stream(new String(data, StandardCharsets.ISO_8859_1).split(""))
                        .filter(one -> one.matches("[0-9]"))
                        .count();
    }

    private AnyTypedCode() {}
}
