package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Turn;

/// Proof that an address reaches the person it is kept for. A code is sent there, and it comes back
/// from that very address, or is typed by that person where nothing comes back. Until then nobody
/// is rung there: a ring that lands elsewhere silences its owner and tells a stranger.
final class Proofs implements Inbound.Handler {
    static final String CONCERNING = "proof";

    private final Delivery.Ground ground;
    private final Addresses addresses;
    private final Outbox outbox;
    private final WordBook book;
    private final ProofRows rows;

    Proofs(Delivery.Ground ground, Addresses addresses, Outbox outbox, WordBook book) {
        this.ground = ground;
        this.addresses = addresses;
        this.outbox = outbox;
        this.book = book;
        rows = new ProofRows(ground.hash());
    }

    /// A channel by its kind and what it is set to.
    record Way(ChannelKind kind, Map<String, String> settings) {
        boolean hears() {
            return kind.hears(settings);
        }

        @Override
        public String toString() {
            return kind.name();
        }
    }

    /// What became of asking for a proof.
    enum Asked {
        SENT,
        /// It is proved already, or nobody is rung there by a machine.
        NOT_NEEDED,
        /// A code went out a moment ago.
        TOO_SOON,
        /// As many codes were sent there as the desk sends.
        TOO_OFTEN
    }

    /// Sends a code there.
    ///
    /// @param way the address's channel
    /// @param language the owner's
    Asked ask(Turn turn, Address address, Way way, Language language) {
        Optional<ProofRows.Standing> found = rows.of(turn.handle(), address.id());
        if (found.isEmpty() || found.get().proved() || way.kind().byHand()) {
            return Asked.NOT_NEEDED;
        }
        ProofRows.Standing standing = found.get();
        Instant now = ground.clock().instant();
        if (standing.sent() >= Limits.PROOFS_SENT) {
            return Asked.TOO_OFTEN;
        }
        if (standing.sentAt().filter(at -> now.isBefore(at.plus(Limits.PROOF_REST))).isPresent()) {
            return Asked.TOO_SOON;
        }
        rows.sent(turn.handle(), address.id(), now);
        int count = standing.sent() + 1;
        boolean _ =
                outbox.post(
                        turn,
                        new NewMessage(
                                "proof-" + address.id().value() + "/" + count,
                                CONCERNING,
                                address.person(),
                                address,
                                language,
                                text(way, language, code(address.id(), count)),
                                Urgency.OTHER));
        return Asked.SENT;
    }

    /// When the newest code was sent there.
    Optional<Instant> sentAt(Handle handle, AddressId id) {
        return rows.of(handle, id).flatMap(ProofRows.Standing::sentAt);
    }

    private MessageText.Filled text(Way way, Language language, String code) {
        Words words = book.in(language);
        String text =
                way.hears()
                        ? way.kind().brief()
                                ? words.say("delivery.proof.reply-short", "code", code)
                                : words.say("delivery.proof.reply", "code", code)
                        : words.say("delivery.proof.type", "code", code);
        return new MessageText.Filled(words.say("delivery.proof.subject"), text);
    }

    private String code(AddressId address, int count) {
        return SixDigits.of(ground.hash(), "proof-" + address.value() + "/" + count);
    }

    /// What became of a code that a person typed for an address of his own.
    enum Tried {
        PROVED,
        WRONG,
        /// Nothing was sent, or it is too old, or was tried too often: a new one is needed.
        ASK_AGAIN,
        NOT_HERS
    }

    Tried typed(Turn turn, PersonId owner, AddressId address, String typed) {
        Handle handle = turn.handle();
        Optional<ProofRows.Standing> found =
                rows.of(handle, address).filter(one -> one.person().equals(owner));
        if (found.isEmpty()) {
            return Tried.NOT_HERS;
        }
        if (found.get().proved()) {
            return Tried.PROVED;
        }
        if (!open(found.get())) {
            return Tried.ASK_AGAIN;
        }
        return tried(handle, found.get(), SixDigits.in(typed)) ? Tried.PROVED : Tried.WRONG;
    }

    private boolean tried(Handle handle, ProofRows.Standing standing, Set<String> codes) {
        if (codes.contains(code(standing.address(), standing.sent()))) {
            addresses.prove(handle, standing.address());
            return true;
        }
        rows.tried(handle, standing.address());
        return false;
    }

    private boolean open(ProofRows.Standing standing) {
        Instant now = ground.clock().instant();
        return standing.tries() < Limits.PROOF_TRIES
                && standing.sentAt()
                        .filter(at -> now.isBefore(at.plus(Limits.PROOF_LASTS)))
                        .isPresent();
    }

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        Set<String> codes = SixDigits.in(word.text());
        if (codes.isEmpty() || word.sender().isEmpty()) {
            return false;
        }
        boolean proved = false;
        for (var standing : rows.waiting(turn.handle(), channel, word.sender().get())) {
            proved |= open(standing) && tried(turn.handle(), standing, codes);
        }
        return proved;
    }
}
