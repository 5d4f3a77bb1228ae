package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AReadableWord {
    private static final String WORD = "за дверью Сойка";
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(Planted.class)
    void is_found_in_every_form(Planted form) throws IOException {
        Path below = Files.createDirectories(directory.resolve("logs"));
        Files.write(below.resolve(form == Planted.NAME ? WORD : "desk.log"), padded(form.of(WORD)));
        assertEquals(
                Set.of(WORD),
                new NeedleSearch(List.of(WORD, "Рябина"))
                        .in(directory).stream()
                                .map(NeedleSearch.Found::needle)
                                .collect(Collectors.toSet()));
    }

    /// Four bytes stand among sealed ones by chance; four letters that take more do not.
    @Test
    void of_four_bytes_is_not_looked_for() throws IOException {
        Files.writeString(directory.resolve("desk.db"), "Moth and Мать");
        assertEquals(
                List.of("Мать"),
                new NeedleSearch(List.of("Moth", "Мать"))
                        .in(directory).stream().map(NeedleSearch.Found::needle).toList());
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

    @Test
    void is_found_too_when_it_is_bytes_that_are_no_word() throws IOException {
        byte[] secret = new byte[32];
        new Random(11).nextBytes(secret);
        var search = new NeedleSearch(List.of(), Map.of("a key", secret));
        for (byte[] form :
                List.of(
                        secret,
                        Base64.getUrlEncoder().encode(secret),
                        HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII))) {
            assertEquals(Set.of("a key"), search.in(padded(form)));
        }
        assertEquals(Set.of(), search.in(padded(new byte[32])));
    }
}
