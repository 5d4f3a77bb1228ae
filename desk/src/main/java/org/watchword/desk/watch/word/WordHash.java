package org.watchword.desk.watch.word;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.watchword.desk.basis.KeyedHash;

/// Words as they are kept: under the desk's key, bound to their card, and to what they are for. A
/// short sieve, bound to the card alone, says with one computation whether a word may be any of
/// that card's.
final class WordHash {
    static final int SIEVE_BYTES = 8;

    private final KeyedHash hash;

    WordHash(KeyedHash hash) {
        this.hash = hash;
    }

    /// @param spelled in the one spelling
    byte[] sieve(long card, String spelled) {
        return Arrays.copyOf(hash.of("watch/word", bound(card, spelled)), SIEVE_BYTES);
    }

    byte[] word(long card, WordKind kind, String spelled) {
        return hash.of("watch/word/" + kind.word(), bound(card, spelled));
    }

    byte[] sign(String spelled) {
        return hash.of("watch/call-sign", spelled.getBytes(StandardCharsets.UTF_8));
    }

    byte[] form(String id) {
        return hash.of("watch/card-form", id.getBytes(StandardCharsets.UTF_8));
    }

    byte[] aboutCodename(long codename) {
        return hash.of("watch/check-in-about", number(codename));
    }

    /// Of a row that is about nobody known.
    byte[] aboutNobody(long row) {
        return hash.of("watch/check-in-row", number(row));
    }

    byte[] address(long channel, String address) {
        return hash.of("watch/contact", bound(channel, address));
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] bound(long to, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + utf8.length).putLong(to).put(utf8).array();
    }
}
