package org.watchword.desk.casebook;

import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Flaw;
import org.watchword.desk.ledger.NotWritten;
import org.watchword.desk.ledger.ShutOut;
import org.watchword.desk.ledger.Written;
import org.watchword.formats.membership.MembershipFailure;

/// Sentences for what the ledger refuses, each with what to do next.
final class Told {
    static Sentence of(ShutOut why) {
        return Sentence.of("casebook.shut." + word(why));
    }

    static Sentence of(NotWritten why) {
        return Sentence.of("casebook.not-written." + word(why));
    }

    static Sentence of(Flaw flaw) {
        return switch (flaw) {
            case Flaw.OfRows why -> Sentence.of("casebook.flaw." + word(why));
            case Flaw.OfSlot(var why) -> Sentence.of("casebook.flaw.slot", "why", word(why));
            case Flaw.OfEntry(var why) -> Sentence.of("casebook.flaw.entry", "why", word(why));
        };
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why it was not written; empty when it was.
    static Optional<Sentence> of(Written came) {
        return switch (came) {
            case Written.Kept _ -> Optional.empty();
            case Written.Shut(ShutOut why) -> Optional.of(of(why));
            case Written.Refused(NotWritten why) -> Optional.of(of(why));
        };
    }

    /// Why it does not stand; empty when it does.
    static Optional<Sentence> of(Appended came) {
        return switch (came) {
            case Appended.Stands _ -> Optional.empty();
            case Appended.NoKey(ShutOut why) -> Optional.of(of(why));
            case Appended.NoChain(ChainStanding standing) ->
                    Optional.of(
                            of(
                                    standing instanceof ChainStanding.NotFounded
                                            ? ShutOut.NOT_FOUNDED
                                            : ShutOut.CHAIN_BROKEN));
            case Appended.Refused(MembershipFailure why) -> Optional.of(of(why));
        };
    }

    /// Only some of them come of what is asked for here; of the others somebody is told the name.
    private static Sentence of(MembershipFailure why) {
        return switch (why) {
            case NOT_CONFIRMED, IS_SUSPENDED, UNKNOWN_ACCOUNT ->
                    Sentence.of("casebook.refused.not-in-force");
            case ALREADY_THERE -> Sentence.of("casebook.refused.already-there");
            case NOT_THERE -> Sentence.of("casebook.refused.not-there");
            case NOT_AUTHORISED -> Sentence.of("casebook.refused.no-authority");
            case NOT_A_MEMBER -> of(ShutOut.NOT_A_MEMBER);
            case NO_COMPARTMENT -> of(ShutOut.NO_COMPARTMENT);
            case UNKNOWN_SIGNER, KEY_REPLACED, SIGNER_NOT_CONFIRMED, SIGNER_SUSPENDED ->
                    of(ShutOut.NOT_IN_FORCE);
            case OVERTAKEN, REPLAYED, GAP, OTHER_BEFORE ->
                    Sentence.of("casebook.refused.overtaken");
            case OTHER_VERSION,
                    NOT_CANONICAL,
                    OTHER_ORGANISATION,
                    OTHER_FOUNDING,
                    FOUNDING_MISPLACED,
                    NOT_SIGNED,
                    OTHER_NUMBER_OF_SIGNERS,
                    NOT_FOR_THE_DESK,
                    NOT_BY_ITS_KEY,
                    ABOUT_HIMSELF,
                    NO_REMOVAL,
                    UNSOUND_KEY,
                    KEY_USED,
                    NO_FOUNDER_TO_SIGN,
                    ALREADY_INVITED,
                    NOT_INVITED,
                    NOT_ACCEPTED,
                    OTHER_KEYS,
                    NOT_SUSPENDED,
                    ALREADY_AUTHORISED,
                    NO_AUTHORITY,
                    COMPARTMENT_THERE,
                    OTHER_EPOCH ->
                    Sentence.of("casebook.refused.other", "why", word(why));
        };
    }

    private Told() {}
}
