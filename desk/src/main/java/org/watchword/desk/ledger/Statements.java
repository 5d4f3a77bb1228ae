package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.DeskWriting;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.membership.Statement;

/// Brings statements into the chain, with what follows from them. What another statement came
/// before is made anew, a few times.
final class Statements {
    private final Store store;
    private final Chain chain;
    private final SlotRows slots;
    private final DeskWriting desk;
    private final DeskClock clock;
    private final SecureRandom random;

    Statements(Ledger.Ground ground, Chain chain, SlotRows slots) {
        this.store = ground.store();
        this.chain = chain;
        this.slots = slots;
        this.desk = ground.vault().deskWriting();
        this.clock = ground.clock();
        this.random = ground.random();
    }

    Chain.State chain() {
        return chain.now();
    }

    DeskWriting desk() {
        return desk;
    }

    SecureRandom random() {
        return random;
    }

    /// To the millisecond, as a statement tells it.
    Instant now() {
        return toTheMillisecond(clock.instant());
    }

    static Instant toTheMillisecond(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }

    static SignedLink signed(Link link, Iterable<SigningKey> by) {
        var each = by.iterator();
        SignedLink signed = link.signedBy(each.next());
        while (each.hasNext()) {
            signed = signed.andBy(each.next());
        }
        return signed;
    }

    /// A draft of one statement at the end of the chain.
    Draft draft(Membership membership, Statement says, Iterable<SigningKey> by) {
        return new Draft(membership).says(signed(membership.next(says, now()), by));
    }

    /// Has a draft made, and makes it anew while another statement comes first.
    Appended attempt(Lane lane, Function<Membership, Draft> making) {
        Appended last = once(lane, making);
        for (int i = 1; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last = once(lane, making);
        }
        return last;
    }

    private static boolean isOvertaken(Appended one) {
        return one instanceof Appended.Refused(MembershipFailure why)
                && why == MembershipFailure.OVERTAKEN;
    }

    /// The same, once: what others signed cannot be made anew by us.
    Appended once(Lane lane, Function<Membership, Draft> making) {
        Optional<Membership> membership = chain.now().membership();
        if (membership.isEmpty()) {
            return new Appended.NoChain(chain.now().standing());
        }
        Draft draft = making.apply(membership.get()).rekeyedBy(desk, now(), random);
        return draft.refused()
                .<Appended>map(Appended.Refused::new)
                .orElseGet(() -> kept(lane, draft));
    }

    private Appended kept(Lane lane, Draft draft) {
        return store.writer()
                .write(
                        lane,
                        turn -> {
                            Appended came = chain.append(turn, draft.links());
                            if (came instanceof Appended.Stands) {
                                draft.follows(turn, slots);
                            }
                            return came;
                        });
    }

    Appended found(SignedLink founding) {
        return store.writer().write(Lane.ORDINARY, turn -> chain.found(turn, founding));
    }
}
