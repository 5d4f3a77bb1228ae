package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.armored;
import static org.watchword.formats.age.Seals.ascii;
import static org.watchword.formats.age.Seals.bytes;
import static org.watchword.formats.age.Seals.sealed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmorOfAFile {
    private static byte[] read(byte[] text) throws IOException {
        return new ArmorReader(new ByteArrayInputStream(text)).readAllBytes();
    }

    private static String text(byte[] bytes) throws IOException {
        return new String(armored(bytes), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 46, 47, 48, 96, 100, 24_575, 24_576, 24_577})
    void gives_back_what_it_was_made_of(int length) throws IOException {
        byte[] bytes = bytes(length);
        String text = text(bytes);
        assertArrayEquals(bytes, read(ascii(text)));
        assertArrayEquals(bytes, read(ascii(text.replace("\n", "\r\n"))));
        assertArrayEquals(bytes, read(ascii("\n \t\r\n" + text + " \n\n")));
    }

    /// There is one spelling with LF and one with CRLF, and none between.
    @Test
    void has_line_ends_of_one_kind() throws IOException {
        String text = text(bytes(100));
        assertMalformed(text.replaceFirst("\n", "\r\n"));
        assertMalformed(text.replaceFirst("(?s)\n(.*?)\n", "\n$1\r\n"));
        assertMalformed(text.replace("\n", "\r"));
    }

    @Test
    void is_refused_in_every_other_spelling() throws IOException {
        String text = text(bytes(100));
        assertMalformed(text.replace("-----END", "====\n-----END"));
        assertMalformed(text.replace("-----END", "\n-----END"));
        assertMalformed(text + "x");
        assertMalformed("x" + text);
        assertMalformed(text + text);
        assertMalformed(text.substring(0, text.indexOf("-----END")));
        assertMalformed(text.substring(0, text.length() - 2));
        assertMalformed(" ".repeat(Armor.MOST_WHITE + 1) + text);
        assertMalformed(text + " ".repeat(Armor.MOST_WHITE + 1));
        assertMalformed(Armor.BEGIN + "\n" + "A".repeat(68) + "\n" + Armor.END + "\n");
    }

    private static void assertMalformed(String text) {
        var failure = assertThrows(AgeFailure.class, () -> read(ascii(text)), text);
        assertEquals(Failure.ARMOR_MALFORMED, failure.failure());
    }

    /// What stands behind it makes it another spelling of the same file.
    @Test
    void lets_nothing_out_before_its_end_was_seen() throws IOException {
        var anna = X25519Identity.fresh(RANDOM);
        byte[] armored = armored(sealed(bytes(100), 2, anna.recipient()));
        byte[] more = Arrays.copyOf(armored, armored.length + 1);
        more[armored.length] = 'x';
        var age = new Age(RANDOM, 2);
        try (var from = age.open(List.of(anna), new ByteArrayInputStream(more))) {
            var failure = assertThrows(AgeFailure.class, from::read);
            assertEquals(Failure.ARMOR_MALFORMED, failure.failure());
        }
    }

    @Test
    void is_told_from_a_binary_file_by_its_beginning() throws IOException {
        assertTrue(Armor.begins(new ByteArrayInputStream(ascii(text(bytes(3))))));
        assertTrue(Armor.begins(new ByteArrayInputStream(ascii("\n\n" + text(bytes(3))))));
        assertTrue(!Armor.begins(new ByteArrayInputStream(ascii("age-encryption.org/v1\n"))));
        assertTrue(!Armor.begins(new ByteArrayInputStream(new byte[0])));
    }
}
