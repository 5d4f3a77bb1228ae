package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Gatherers;
import org.watchword.desk.basis.Language;
import org.watchword.desk.ledger.KnownKeys;
import org.watchword.desk.vault.KeyWords;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;

/// Keys and fingerprints as people say them to each other, in each language of the desk: two who
/// compare may read different ones.
record Aloud(List<Language> languages) {
    private static final int SEEN_DIGITS = 32;
    private static final int GROUP = 4;

    List<BelongingView.InWords> of(Keys keys) {
        return words(KnownKeys.bytes(keys));
    }

    List<BelongingView.InWords> of(ChainHead fingerprint) {
        return words(fingerprint.octets().bytes());
    }

    private List<BelongingView.InWords> words(byte[] bytes) {
        return languages.stream()
                .map(one ->
                        new BelongingView.InWords(
                                one.tag(),
                                one.locale().getDisplayLanguage(one.locale()),
                                KeyWords.of(bytes, one)))
                .toList();
    }

    /// What a form brings back, so that nothing is signed but what stood on its page.
    static String seen(Keys keys) {
        return Octets.of(Sha256.of(KnownKeys.bytes(keys))).hex().substring(0, SEEN_DIGITS);
    }

    static String seen(ChainHead head) {
        return head.octets().hex();
    }

    /// All digits of a fingerprint in groups, to be written down.
    static List<String> digits(ChainHead fingerprint) {
        String hex = fingerprint.octets().hex().toUpperCase(Locale.ROOT);
        return hex.codePoints()
                .mapToObj(Character::toString)
                .gather(Gatherers.windowFixed(GROUP))
                .map(group -> String.join("", group))
                .toList();
    }
}
