package org.watchword.desk.vault;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.basis.Language;

/// A public key as two people say it to each other over a call: the first 80 bits of its SHA-256 as
/// eight plain words, ten bits each.
public final class KeyWords {
    private static final int BITS_PER_WORD = 10;

    public static String of(byte[] publicKey, Language language) {
        List<String> words = PlainWords.listed(language);
        var hash = new BigInteger(1, sha256(publicKey));
        var said = new ArrayList<String>();
        for (int i = 1; i <= PlainWords.CODE; i++) {
            int word = hash.shiftRight(256 - i * BITS_PER_WORD).intValue();
            said.add(words.get(word & (PlainWords.WORDS - 1)));
        }
        return String.join(" ", said);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private KeyWords() {}
}
