package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AReadableWord {
    private static final String WORD = "за дверью Сойка";
    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "utf16", "base64", "gzip", "name", "lower"})
    void is_found_in_every_form(String form) throws IOException {
        byte[] bytes = ("…" + WORD + "…").getBytes(StandardCharsets.UTF_8);
        byte[] kept =
                switch (form) {
                    case "utf16" -> WORD.getBytes(StandardCharsets.UTF_16LE);
                    case "base64" -> Base64.getEncoder().encode(bytes);
                    case "gzip" -> gzipped(bytes);
                    case "name" -> new byte[3];
                    case "lower" ->
                            WORD.toLowerCase(java.util.Locale.ROOT)
                                    .getBytes(StandardCharsets.UTF_8);
                    default -> bytes;
                };
        Path below = Files.createDirectories(directory.resolve("logs"));
        Files.write(below.resolve(form.equals("name") ? WORD : "desk.log"), padded(kept));
        assertEquals(
                Set.of(WORD),
                new NeedleSearch(List.of(WORD, "Рябина"))
                        .in(directory).stream()
                                .map(NeedleSearch.Found::needle)
                                .collect(Collectors.toSet()));
    }

    @Test
    void is_not_found_where_it_is_not() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        Files.write(directory.resolve("desk.db"), noise);
        assertEquals(List.of(), new NeedleSearch(List.of(WORD, "Wren")).in(directory));
    }

    @Test
    void is_looked_for_if_it_is_what_any_channel_keeps_secret() {
        assertEquals(
                Set.of(
                        "bearer",
                        "bot-secret",
                        "bot-token",
                        "gateway-incoming",
                        "gateway-secret",
                        "in-password",
                        "password",
                        "signing-secret"),
                Needles.SECRETS);
    }

    private static byte[] padded(byte[] middle) {
        byte[] all = new byte[middle.length + 1_001];
        new Random(3).nextBytes(all);
        System.arraycopy(middle, 0, all, 501, middle.length);
        return all;
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
