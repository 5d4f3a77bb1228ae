package org.watchword.formats.age;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Key;

/// Bech32 (BIP 173) without its limit of length. In bytes throughout, so that a secret can be
/// zeroed.
final class Bech32 {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int CHECKSUM_LETTERS = 6;
    private static final byte SEPARATOR = '1';

    /// Longer than any key of age.
    private static final int LONGEST = 8 * 1024;

    private final String prefix;
    private final byte[] data;

    /// @param prefix the human-readable part, in lower case
    /// @param data its owner zeroes it when it is secret
    Bech32(String prefix, byte[] data) {
        this.prefix = prefix;
        this.data = data;
    }

    String prefix() {
        return prefix;
    }

    byte[] data() {
        return data;
    }

    /// The letters, in lower case.
    byte[] lower() {
        byte[] values = regrouped(data, 8, 5);
        byte[] head = prefix.getBytes(StandardCharsets.US_ASCII);
        byte[] text = Arrays.copyOf(head, head.length + 1 + values.length + CHECKSUM_LETTERS);
        text[head.length] = SEPARATOR;
        int at = head.length + 1;
        for (byte value : values) {
            text[at++] = (byte) LETTERS.charAt(value);
        }
        int sum = checksum(prefix, values, true);
        for (int i = CHECKSUM_LETTERS - 1; i >= 0; i--) {
            text[at++] = (byte) LETTERS.charAt(sum >>> (5 * i) & 31);
        }
        Arrays.fill(values, (byte) 0);
        return text;
    }

    /// The letters, in upper case.
    byte[] upper() {
        byte[] text = lower();
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) Character.toUpperCase(text[i]);
        }
        return text;
    }

    /// A secret key in letters, which their owner zeroes.
    static byte[] secret(String prefix, Key key) {
        byte[] bytes = key.getEncoded();
        try {
            return new Bech32(prefix, bytes).upper();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Empty for whatever is not Bech32: letters of both cases, a wrong checksum, left-over bits.
    static Optional<Bech32> read(byte[] text) {
        if (text.length > LONGEST || isMixed(text)) {
            return Optional.empty();
        }
        byte[] small = lowered(text);
        byte[] values = {};
        try {
            int separator = lastSeparator(small);
            if (separator < 1 || separator + 1 + CHECKSUM_LETTERS > small.length) {
                return Optional.empty();
            }
            String prefix = new String(small, 0, separator, StandardCharsets.US_ASCII);
            values = values(small, separator + 1);
            if (values.length == 0 || checksum(prefix, values, false) != 1) {
                return Optional.empty();
            }
            byte[] data = Arrays.copyOf(values, values.length - CHECKSUM_LETTERS);
            Optional<byte[]> bytes = bytes(data);
            Arrays.fill(data, (byte) 0);
            return bytes.map(read -> new Bech32(prefix, read));
        } finally {
            Arrays.fill(small, (byte) 0);
            Arrays.fill(values, (byte) 0);
        }
    }

    private static boolean isMixed(byte[] text) {
        boolean small = false;
        boolean large = false;
        for (byte letter : text) {
            if (letter < 33 || letter > 126) {
                return true;
            }
            small |= letter >= 'a' && letter <= 'z';
            large |= letter >= 'A' && letter <= 'Z';
        }
        return small && large;
    }

    private static byte[] lowered(byte[] text) {
        byte[] small = text.clone();
        for (int i = 0; i < small.length; i++) {
            small[i] = (byte) Character.toLowerCase(small[i]);
        }
        return small;
    }

    private static int lastSeparator(byte[] text) {
        int at = text.length - 1;
        while (at >= 0 && text[at] != SEPARATOR) {
            at--;
        }
        return at;
    }

    /// The five bits of each letter; nothing at all when one is no letter of Bech32.
    private static byte[] values(byte[] text, int from) {
        byte[] values = new byte[text.length - from];
        for (int i = 0; i < values.length; i++) {
            int value = LETTERS.indexOf(text[from + i]);
            if (value < 0) {
                return new byte[0];
            }
            values[i] = (byte) value;
        }
        return values;
    }

    /// Eight bits out of five; empty when more is left over than padding, or padding is not zero.
    private static Optional<byte[]> bytes(byte[] values) {
        int left = values.length * 5 % 8;
        int padding = values.length == 0 ? 0 : values[values.length - 1] & ((1 << left) - 1);
        if (left >= 5 || padding != 0) {
            return Optional.empty();
        }
        byte[] bytes = regrouped(values, 5, 8);
        byte[] whole = Arrays.copyOf(bytes, values.length * 5 / 8);
        Arrays.fill(bytes, (byte) 0);
        return Optional.of(whole);
    }

    /// The same bits in groups of another width, the last one filled up with zeros.
    private static byte[] regrouped(byte[] groups, int from, int to) {
        byte[] regrouped = new byte[(groups.length * from + to - 1) / to];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (byte group : groups) {
            bits = (bits << from | (group & ((1 << from) - 1))) & 0xfff;
            held += from;
            while (held >= to) {
                held -= to;
                regrouped[at++] = (byte) (bits >>> held & ((1 << to) - 1));
            }
        }
        if (held > 0) {
            regrouped[at] = (byte) (bits << (to - held) & ((1 << to) - 1));
        }
        return regrouped;
    }

    /// Over values that end with the checksum, it comes to 1; over bare ones, to the checksum.
    private static int checksum(String prefix, byte[] values, boolean bare) {
        var all = new ByteArrayOutputStream();
        prefix.chars().forEach(letter -> all.write(letter >>> 5));
        all.write(0);
        prefix.chars().forEach(letter -> all.write(letter & 31));
        int sum = 1;
        for (byte value : all.toByteArray()) {
            sum = next(sum, value);
        }
        for (byte value : values) {
            sum = next(sum, value);
        }
        for (int i = 0; bare && i < CHECKSUM_LETTERS; i++) {
            sum = next(sum, (byte) 0);
        }
        return bare ? sum ^ 1 : sum;
    }

    private static int next(int sum, byte value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
