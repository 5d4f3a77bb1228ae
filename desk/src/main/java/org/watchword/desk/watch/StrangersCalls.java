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
    private final Team team;
    private final Function<String, Optional<ChannelKind>> kinds;
    private final Raising raising;

    StrangersCalls(Team team, Function<String, Optional<ChannelKind>> kinds, Raising raising) {
        this.team = team;
        this.kinds = kinds;
        this.raising = raising;
    }

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        if (!people.isEmpty()
                || word.person().isPresent()
                || isMistypedProof(turn, channel, word)) {
            return false;
        }
        return team.channels().find(turn.handle(), channel).filter(this::rings).isPresent()
                && raising.outside(turn, channel, word);
    }

    @Override
    public boolean lastResort() {
        return true;
    }

    /// A wrong code from an address that somebody of the team has yet to prove wakes nobody.
    private boolean isMistypedProof(Turn turn, ChannelId channel, Inbound.Word word) {
        return OwnWords.code(word.text()).isPresent()
                && word.sender()
                        .filter(sender -> team.addresses().knows(turn.handle(), channel, sender))
                        .isPresent();
    }

    private boolean rings(Channels.Setup setup) {
        boolean hears =
                kinds.apply(setup.kind()).filter(kind -> kind.hears(setup.settings())).isPresent();
        return hears && Strangers.ring(setup.settings());
    }
}
