package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Strangers;
import org.watchword.desk.store.Turn;

/// Takes in what somebody writes whom the desk does not know, as a call of the one incident of
/// unknown callers. It comes last: whatever another one understands is not for it.
final class StrangersCalls implements Inbound.Handler {
    private final Channels channels;
    private final Function<String, Optional<ChannelKind>> kinds;
    private final Raising raising;

    StrangersCalls(
            Channels channels, Function<String, Optional<ChannelKind>> kinds, Raising raising) {
        this.channels = channels;
        this.kinds = kinds;
        this.raising = raising;
    }

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        if (!people.isEmpty() || word.person().isPresent()) {
            return false;
        }
        return channels.find(turn.handle(), channel).filter(this::rings).isPresent()
                && raising.outside(turn, channel, word);
    }

    private boolean rings(Channels.Setup setup) {
        boolean hears = kinds.apply(setup.kind()).map(ChannelKind::hears).orElse(false);
        return hears && Strangers.ring(setup.settings());
    }
}
