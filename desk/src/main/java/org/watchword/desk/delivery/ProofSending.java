package org.watchword.desk.delivery;

import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;

/// Sending a code to an address, from a page.
final class ProofSending {
    private final Store store;
    private final Delivery delivery;

    ProofSending(Store store, Delivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    /// Sends another one to a person's address.
    Answer send(Language language, PersonId person, AddressId id, String backTo) {
        Proofs.Asked asked =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        delivery.addresses()
                                                .find(turn.handle(), id)
                                                .filter(one -> one.person().equals(person))
                                                .map(one -> send(turn, one, language))
                                                .orElseThrow(Route.NotHere::new));
        return switch (asked) {
            case SENT, NOT_NEEDED -> Answer.goTo(backTo);
            case TOO_SOON -> Answer.refused(Sentence.of("delivery.proof.too-soon"), backTo);
            case TOO_OFTEN ->
                    Answer.refused(
                            Sentence.of("delivery.proof.too-often", "most", Limits.PROOFS_SENT),
                            backTo);
        };
    }

    Proofs.Asked send(Turn turn, Address address, Language language) {
        Optional<Proofs.Way> way =
                delivery.channels()
                        .find(turn.handle(), address.channel())
                        .flatMap(channel ->
                                delivery.kind(channel.kind())
                                        .map(kind -> new Proofs.Way(kind, channel.settings())));
        return way.map(it -> delivery.proofs().ask(turn, address, it, language))
                .orElse(Proofs.Asked.NOT_NEEDED);
    }
}
