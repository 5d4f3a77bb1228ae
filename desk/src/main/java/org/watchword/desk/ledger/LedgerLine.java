package org.watchword.desk.ledger;

import java.util.Map;
import org.watchword.desk.basis.Sentence;
import org.watchword.formats.membership.Membership;

/// A line of `check` about the ledger.
///
/// @param well nothing is to be done
public record LedgerLine(boolean well, Sentence says) {
    static LedgerLine of(ChainStanding standing) {
        return switch (standing) {
            case ChainStanding.NotFounded _ ->
                    new LedgerLine(true, Sentence.of("ledger.check.not-founded"));
            case ChainStanding.Whole(Membership membership) ->
                    new LedgerLine(
                            true, Sentence.of("ledger.check.whole", "count", membership.size()));
            case ChainStanding.Broken(long at, ChainFault why) ->
                    new LedgerLine(false, broken(at, why));
        };
    }

    private static Sentence broken(long at, ChainFault why) {
        return switch (why) {
            case ChainFault.OfRows.UNREADABLE -> Sentence.of("ledger.check.unreadable");
            case ChainFault.OfRows.NO_ROOT -> Sentence.of("ledger.check.no-root");
            case ChainFault.OfRows.OTHER_END -> Sentence.of("ledger.check.other-end");
            case ChainFault.OfStatement(var failure) ->
                    new Sentence(
                            "ledger.check.broken", Map.of("number", at, "why", failure.name()));
        };
    }
}
