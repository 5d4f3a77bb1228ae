package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.watchword.desk.basis.Language;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Turn;

/// Which ways of answering a message offers, by the channel it goes over: a link wherever a machine
/// carries it, and a code where what people send comes back in. What a person tells by hand offers
/// neither.
final class AnswerWays {
    private final AnswerKeys keys;
    private final Channels channels;
    private final Function<String, Optional<ChannelKind>> kinds;
    private final Supplier<String> desk;
    private final Duration spared;

    AnswerWays(AnswerKeys keys, Delivery delivery, Watch.Manner manner) {
        this.keys = keys;
        this.channels = delivery.channels();
        this.kinds = delivery::kind;
        this.desk = manner.links().desk();
        this.spared = manner.policy().unproven();
    }

    /// Under which path of the staff desk links are answered.
    static final String PATH = "/a/";

    /// What one message offers.
    ///
    /// @param brief its text must be short
    record Offered(boolean brief, Optional<Link> link, Optional<String> code) {
        static final Offered NOTHING = new Offered(false, Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "offered";
        }
    }

    /// The link, whole, and the digits beside it.
    ///
    /// @param spared how long whoever answers by it is not rung
    record Link(String address, String digits, Duration spared) {
        @Override
        public String toString() {
            return "link";
        }
    }

    /// For a message that asks for an answer: new keys.
    Offered offer(Turn turn, AlarmId alarm, Address to, Language language, Instant now) {
        Optional<ChannelKind> kind = kind(turn, to);
        if (kind.map(ChannelKind::byHand).orElse(true)) {
            return Offered.NOTHING;
        }
        var minted = keys.link(turn, alarm, to.person(), language, now);
        Optional<String> code =
                hears(turn, to, kind.get())
                        ? keys.code(turn, alarm, to.person())
                        : Optional.empty();
        return new Offered(
                kind.get().brief(),
                Optional.of(new Link(desk.get() + PATH + minted.token(), minted.digits(), spared)),
                code);
    }

    /// For a message that asks for none.
    Offered none(Turn turn, Address to) {
        boolean brief = kind(turn, to).map(ChannelKind::brief).orElse(false);
        return new Offered(brief, Optional.empty(), Optional.empty());
    }

    private boolean hears(Turn turn, Address to, ChannelKind kind) {
        return channels.find(turn.handle(), to.channel())
                .filter(setup -> kind.hears(setup.settings()))
                .isPresent();
    }

    private Optional<ChannelKind> kind(Turn turn, Address to) {
        return channels.find(turn.handle(), to.channel())
                .flatMap(setup -> kinds.apply(setup.kind()));
    }
}
