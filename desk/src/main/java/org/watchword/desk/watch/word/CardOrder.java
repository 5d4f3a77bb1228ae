package org.watchword.desk.watch.word;

import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;

/// What a card is to be.
///
/// @param form names the form that asked for it: sent twice, it makes one card
/// @param listOn whether it has the numbered list for channels that keep copies
/// @param help typed with the person; the desk makes one when empty
/// @param duress the same
public record CardOrder(
        String form,
        CodenameId codename,
        Language language,
        boolean listOn,
        String help,
        String duress,
        PersonId by) {
    @Override
    public String toString() {
        return "order of a card";
    }
}
