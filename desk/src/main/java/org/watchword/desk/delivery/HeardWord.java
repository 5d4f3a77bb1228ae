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
        return new HeardWord(
                new Inbound.Word(
                        came.gatewayId(),
                        came.sender()
                                .map(sender ->
                                        CleanText.beginning(sender, Limits.ADDRESS_CHARACTERS))
                                .map(sender -> CleanText.onOneLine(CleanText.cleaned(sender))),
                        came.person(),
                        CleanText.beginning(text, Limits.WORD_CHARACTERS),
                        came.receivedAt()),
                text.length() > Limits.WORD_CHARACTERS);
    }

    /// Its beginning, which is all that is kept while too much comes in.
    HeardWord brief() {
        return new HeardWord(
                new Inbound.Word(
                        word.gatewayId(),
                        word.sender(),
                        word.person(),
                        CleanText.beginning(word.text(), Limits.CROWDED_CHARACTERS),
                        word.receivedAt()),
                shortened || word.text().length() > Limits.CROWDED_CHARACTERS);
    }
}
