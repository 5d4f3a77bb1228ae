package org.watchword.desk.delivery;

import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;

/// A word as it is kept: what could do harm on a page or in a table is left out, and what is too
/// long is cut. Nothing is refused: somebody in danger may have written it.
///
/// @param shortened more was said than is kept
record HeardWord(Inbound.Word word, boolean shortened) {
    static HeardWord of(Inbound.Word came) {
        String text = CleanText.cleaned(came.text());
        boolean longer = text.length() > Limits.WORD_CHARACTERS;
        return new HeardWord(
                new Inbound.Word(
                        came.gatewayId(),
                        came.sender()
                                .map(sender -> cut(sender, Limits.ADDRESS_CHARACTERS))
                                .map(sender -> CleanText.onOneLine(CleanText.cleaned(sender))),
                        came.person(),
                        longer ? cut(text, Limits.WORD_CHARACTERS) : text,
                        came.receivedAt()),
                longer);
    }

    /// Never between the two halves of one character.
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
