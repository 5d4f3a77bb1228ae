package org.watchword.desk.watch.word;

import java.util.Optional;
import org.watchword.desk.watch.CodenameId;

/// What a check-in was found to be.
///
/// @param who whose it is; empty when nobody knows
record Outcome(State state, Optional<CodenameId> who) {
    static final Outcome WAITING = new Outcome(State.WAITING, Optional.empty());

    /// In the order of their strength.
    enum State {
        WAITING,
        UNKNOWN,
        CONTACT,
        OK,
        HELP,
        DURESS
    }

    static Outcome unknown(Optional<CodenameId> who) {
        return new Outcome(State.UNKNOWN, who);
    }

    /// Short enough to be sealed in the one smallest size, whatever it is.
    String packed() {
        return state.name() + " " + who.map(id -> Long.toString(id.value())).orElse("");
    }

    static Outcome unpacked(String packed) {
        int blank = packed.indexOf(' ');
        String id = packed.substring(blank + 1);
        return new Outcome(
                State.valueOf(packed.substring(0, blank)),
                id.isEmpty() ? Optional.empty() : Optional.of(new CodenameId(Long.parseLong(id))));
    }
}
