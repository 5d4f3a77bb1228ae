package org.watchword.formats.cbor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of RFC 8949, appendix A, as far as we use them, and what we refuse.
class NumbersAndTexts {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "10, 0a",
        "23, 17",
        "24, 1818",
        "25, 1819",
        "100, 1864",
        "255, 18ff",
        "256, 190100",
        "1000, 1903e8",
        "65535, 19ffff",
        "65536, 1a00010000",
        "1000000, 1a000f4240",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "1000000000000, 1b000000e8d4a51000",
        "9223372036854775807, 1b7fffffffffffffff"
    })
    void are_numbers_as_published(long value, String hex) throws NotCanonical {
        assertArrayEquals(bytes(hex), new CborWriter().number(value).written());
        var reader = new CborReader(bytes(hex));
        assertEquals(value, reader.number(Long.MAX_VALUE));
        reader.end();
    }

    @ParameterizedTest
    @CsvSource({"'', 60", "a, 6161", "IETF, 6449455446", "ü, 62c3bc", "水, 63e6b0b4"})
    void are_texts_as_published(String value, String hex) throws NotCanonical {
        assertArrayEquals(bytes(hex), new CborWriter().text(value).written());
        assertEquals(value, new CborReader(bytes(hex)).text(16));
    }

    @Test
    void are_bytes_and_arrays_as_published() throws NotCanonical {
        assertArrayEquals(bytes("4401020304"), new CborWriter().bytes(bytes("01020304")).written());
        var nested = new CborWriter().array(3).number(1).array(2).number(2).number(3).array(0);
        assertArrayEquals(bytes("830182020380"), nested.written());
        var reader = new CborReader(bytes("83018202038043616263"));
        assertEquals(3, reader.array(3, 3));
        assertEquals(1, reader.number(1));
        assertEquals(2, reader.array(0, 9));
        assertEquals(2, reader.number(9));
        assertEquals(3, reader.number(9));
        assertEquals(0, reader.array(0, 9));
        assertArrayEquals(bytes("616263"), reader.bytes(3, 3));
        reader.end();
    }

    /// Longer than it must be, negative, a map, a tag, a float, true, null, undefined, a length
    /// told later, reserved, too large for a signed number, cut off, or bytes in place of a number.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1800",
                "1817",
                "190001",
                "1900ff",
                "1a00000001",
                "1a0000ffff",
                "1b0000000000000001",
                "1b00000000ffffffff",
                "20",
                "3863",
                "a0",
                "c11a514b67b0",
                "f90000",
                "fa47c35000",
                "f5",
                "f6",
                "f7",
                "1c",
                "1d",
                "1e",
                "1f",
                "ff",
                "1b8000000000000000",
                "1bffffffffffffffff",
                "18",
                "19",
                "1901",
                "1a010000",
                "1b01000000000000",
                "",
                "40",
                "60",
                "80"
            })
    void are_no_other_spelling_of_a_number(String hex) {
        assertThrows(NotCanonical.class, () -> new CborReader(bytes(hex)).number(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f42010243030405ff",
                "5800",
                "580101",
                "590001aa",
                "43aabb",
                "58ff",
                "5a7fffffff",
                "5b7fffffffffffffff",
                "5affffffff",
                "61",
                "00",
                "7f",
                "5c",
                ""
            })
    void are_no_other_spelling_of_bytes(String hex) {
        assertThrows(
                NotCanonical.class, () -> new CborReader(bytes(hex)).bytes(0, Integer.MAX_VALUE));
    }

    /// Halves of characters, spellings that are longer than they must be, and beyond Unicode.
    @ParameterizedTest
    @ValueSource(strings = {"61c3", "62c328", "62c080", "63eda080", "64f5808080", "7800", "40"})
    void are_no_other_spelling_of_a_text(String hex) {
        assertThrows(NotCanonical.class, () -> new CborReader(bytes(hex)).text(Integer.MAX_VALUE));
    }

    @Test
    void are_not_longer_than_the_reader_wants() {
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("03")).number(2));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("420102")).bytes(0, 1));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("420102")).bytes(3, 9));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("626161")).text(1));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("820101")).array(0, 1));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("820101")).array(3, 9));
        assertThrows(NotCanonical.class, () -> new CborReader(bytes("00")).end());
    }

    @Test
    void are_written_from_zero_on() {
        assertThrows(IllegalArgumentException.class, () -> new CborWriter().number(-1));
    }
}
