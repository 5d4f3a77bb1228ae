package org.watchword.desk.ledger.belonging;

import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Countersigning;
import org.watchword.desk.ledger.Foundation;
import org.watchword.desk.web.Answer;
import org.watchword.formats.membership.MembershipFailure;

/// Why something was not done, and what to do now.
final class Refusals {
    static final String ALREADY = "belonging.refused.already";
    static final String UNKNOWN_SIGNER = "belonging.refused.unknown-signer";

    private static final String BROKEN = "belonging.refused.broken";
    private static final String NOT_A_MEMBER = "belonging.refused.not-a-member";

    /// What a press led to: the page again, or why it did nothing.
    static Answer answer(Appended came, String back) {
        return switch (came) {
            case Appended.Stands _ -> Answer.goTo(back);
            case Appended.Refused(MembershipFailure why) -> Answer.refused(of(why), back);
            case Appended.NoChain(ChainStanding standing) -> Answer.refused(of(standing), back);
            case Appended.NoKey _ -> Answer.refused(Sentence.of(NOT_A_MEMBER), back);
        };
    }

    static Answer answer(Countersigning.Came came, String back) {
        return switch (came) {
            case Countersigning.Came.Waits _ -> Answer.goTo(back);
            case Countersigning.Came.Refused(MembershipFailure why) ->
                    Answer.refused(of(why), back);
            case Countersigning.Came.NoChain(ChainStanding standing) ->
                    Answer.refused(of(standing), back);
        };
    }

    private static Sentence of(ChainStanding standing) {
        return switch (standing) {
            case ChainStanding.NotFounded _ -> Sentence.of("belonging.refused.not-founded");
            case ChainStanding.Broken _ -> Sentence.of(BROKEN);
            case ChainStanding.Whole _ -> Sentence.of("belonging.refused.overtaken");
        };
    }

    static Sentence of(MembershipFailure why) {
        return Sentence.of(
                switch (why) {
                    case OVERTAKEN, OTHER_BEFORE, REPLAYED, GAP -> "belonging.refused.overtaken";
                    case UNKNOWN_SIGNER, KEY_REPLACED, NOT_BY_ITS_KEY -> UNKNOWN_SIGNER;
                    case SIGNER_NOT_CONFIRMED -> "belonging.refused.not-confirmed-yourself";
                    case SIGNER_SUSPENDED -> "belonging.refused.shut-out-yourself";
                    case NOT_AUTHORISED -> "belonging.refused.no-authority";
                    case OTHER_NUMBER_OF_SIGNERS -> "belonging.refused.twice";
                    case ABOUT_HIMSELF -> "belonging.refused.about-yourself";
                    case NOT_A_MEMBER -> NOT_A_MEMBER;
                    case UNKNOWN_ACCOUNT, NOT_INVITED -> "belonging.refused.not-invited";
                    case NOT_ACCEPTED -> "belonging.refused.not-come";
                    case NOT_CONFIRMED -> "belonging.refused.not-confirmed";
                    case OTHER_KEYS, KEY_USED -> "belonging.refused.other-keys";
                    case UNSOUND_KEY, NOT_SIGNED -> "belonging.refused.other-keys";
                    case IS_SUSPENDED -> "belonging.refused.is-shut-out";
                    case ALREADY_INVITED, ALREADY_AUTHORISED, ALREADY_THERE -> ALREADY;
                    case NO_AUTHORITY, NOT_SUSPENDED, NOT_THERE, NO_REMOVAL -> ALREADY;
                    case NO_FOUNDER_TO_SIGN, OTHER_EPOCH -> ALREADY;
                    case COMPARTMENT_THERE, NO_COMPARTMENT -> ALREADY;
                    case OTHER_VERSION, NOT_CANONICAL, OTHER_ORGANISATION -> BROKEN;
                    case OTHER_FOUNDING, FOUNDING_MISPLACED, NOT_FOR_THE_DESK -> BROKEN;
                });
    }

    static Sentence of(Foundation.Why why) {
        return Sentence.of(
                switch (why) {
                    case FOUNDED_ALREADY -> "belonging.refused.founded-already";
                    case CHAIN_BROKEN -> BROKEN;
                    case TOO_FEW -> "belonging.refused.too-few";
                    case ANOTHER_WAITS -> "belonging.refused.another-waits";
                    case OTHER_THAN_SEEN -> "belonging.refused.other-than-seen";
                    case CHANGED_MEANWHILE -> "belonging.refused.changed-meanwhile";
                    case NOT_NAMED -> "belonging.refused.not-named";
                    case SIGNED_ALREADY -> "belonging.refused.signed-already";
                });
    }

    private Refusals() {}
}
