package org.watchword.desk.ledger.belonging;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Wrong;

/// What the pages about who belongs show.
public final class BelongingView {
    /// The page who belongs.
    ///
    /// @param chain how it stands, in a sentence
    /// @param isBroken whether case files are shut for that
    /// @param pending what is to be settled where the caller reads
    /// @param mayNameDesk whether the desk has no key yet and the caller may give it one
    public record Page(
            Sentence chain,
            boolean isBroken,
            boolean filesOpen,
            Optional<Begin> begin,
            Optional<Waits> waits,
            Optional<Fingerprint> fingerprint,
            Optional<Own> own,
            Optional<Pending> pending,
            List<Half> halves,
            boolean mayNameDesk,
            List<Line> people,
            List<Wrong> wrong) {}

    /// A key or a fingerprint in the words of one language.
    public record InWords(String tag, String language, String words) {}

    /// A founding can be begun.
    ///
    /// @param alone nobody else could be named
    public record Begin(List<Candidate> others, boolean alone) {}

    /// Another founder.
    ///
    /// @param ticked what the form brings when the words were compared; empty while no key is known
    public record Candidate(String name, String ticked, String stateKey, List<InWords> words) {}

    /// A founding that waits.
    ///
    /// @param mayPutAway whether the caller is a founder
    public record Waits(
            String seen,
            Writing writing,
            List<Named> named,
            boolean maySign,
            boolean holds,
            boolean mayPutAway) {}

    /// A fingerprint as it is written down and read out.
    public record Writing(List<String> digits, List<InWords> words) {}

    /// Somebody whom a founding names.
    public record Named(String name, boolean isMe, boolean signed, List<InWords> words) {}

    /// The fingerprint of the founding.
    ///
    /// @param have how many wrote it down
    /// @param mine whether the caller did
    /// @param mayConfirm whether the caller belongs, and his case files are open
    public record Fingerprint(
            String seen, Writing writing, int have, boolean mine, boolean mayConfirm) {}

    /// The caller's own keys.
    ///
    /// @param noteKeys what is wrong with how they are known elsewhere, in sentences
    /// @param mayReplace whether another lies in the row
    public record Own(
            List<InWords> words, List<String> noteKeys, boolean mayReplace, boolean mayCome) {}

    /// How far settling has come.
    ///
    /// @param runs whether a job does it
    public record Pending(long done, long of, boolean rekey, boolean runs) {}

    /// What one signed and a second must.
    public record Half(long id, String seen, Sentence says, String by, boolean maySign) {}

    /// One account.
    ///
    /// @param compartments in how many he reads; empty where the caller may not know
    public record Line(
            long id,
            String name,
            State state,
            boolean hasAuthority,
            boolean hasLeft,
            boolean keyDiffers,
            Optional<Integer> compartments) {}

    /// How an account stands, in words.
    public enum State {
        NOT_IN("belonging.state.not-in", "belonging.state.not-in.means", ""),
        INVITED("belonging.state.invited", "belonging.state.invited.means", ""),
        NAMED("belonging.state.named", "belonging.state.named.means", ""),
        ACCEPTED("belonging.state.accepted", "belonging.state.accepted.means", "tag--late"),
        CONFIRMED("belonging.state.confirmed", "belonging.state.confirmed.means", "tag--good"),
        SHUT_OUT("belonging.state.shut-out", "belonging.state.shut-out.means", "tag--late");

        private final String key;
        private final String meansKey;
        private final String tag;

        State(String key, String meansKey, String tag) {
            this.key = key;
            this.meansKey = meansKey;
            this.tag = tag;
        }

        public String key() {
            return key;
        }

        public String meansKey() {
            return meansKey;
        }

        public String tag() {
            return tag;
        }
    }

    /// One account on a page of its own.
    ///
    /// @param theirs the words to listen for, mine those to read out; empty where nothing is to be
    ///   compared
    /// @param lifting where it is lifted without a signature
    public record One(
            Line line,
            boolean isMe,
            boolean filesOpen,
            List<InWords> theirs,
            List<InWords> mine,
            String seen,
            Optional<Lifting> lifting,
            May may,
            List<Wrong> wrong) {}

    /// How far two have come who let somebody in again.
    ///
    /// @param first who of them said so already
    /// @param isMe whether that is the caller
    public record Lifting(Optional<String> first, boolean isMe) {}

    /// What the caller can do about it.
    ///
    /// @param alone whether fewer than two would be left to lift it
    public record May(
            boolean invite,
            boolean confirm,
            boolean shutOut,
            boolean alone,
            boolean lift,
            boolean authority,
            boolean remove) {
        static final May NOTHING = new May(false, false, false, false, false, false, false);

        public boolean anything() {
            return !equals(NOTHING);
        }
    }

    /// The page on which a code from a shift sheet shuts somebody out.
    ///
    /// @param done whether somebody was
    public record ByCode(String name, boolean done, List<Wrong> wrong) {}

    /// What stands on a shift sheet.
    public record Code(String digits) {}

    private BelongingView() {}
}
