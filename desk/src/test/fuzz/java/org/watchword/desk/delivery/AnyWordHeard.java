package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;

/// Any sender and any text as a word that came in: what is kept is short and clean, and what may be
/// a code in it is six digits.
public final class AnyWordHeard {
    public static void fuzzerTestOneInput(byte[] data) {
        List<byte[]> parts = Foreign.parts(data, 2);
        kept(
                new Inbound.Word(
                        Optional.empty(),
                        Optional.of(Foreign.text(parts.get(0))),
                        Optional.empty(),
                        Foreign.text(parts.get(1)),
                        Instant.EPOCH));
    }

    static void kept(Inbound.Word came) {
        HeardWord heard = HeardWord.of(came);
        String text = heard.word().text();
        promise(text.length() <= Limits.WORD_CHARACTERS, "a word is short");
        promiseClean(text, "a word");
        heard.word().sender().ifPresent(AnyWordHeard::sender);
        String brief = heard.brief().word().text();
        promise(brief.length() <= Limits.CROWDED_CHARACTERS, "a brief word is shorter");
        promiseClean(brief, "a brief word");
        Set<String> codes = SixDigits.in(text);
        promise(codes.size() <= 3, "three codes are tried at most");
        promise(codes.stream().allMatch(code -> code.matches("[0-9]{6}")), "a code is six digits");
    }

    private static void sender(String sender) {
        promise(sender.length() <= Limits.ADDRESS_CHARACTERS, "a sender is short");
        promise(sender.lines().count() <= 1, "a sender stands on one line");
        promiseClean(sender, "a sender");
    }

    private AnyWordHeard() {}
}
