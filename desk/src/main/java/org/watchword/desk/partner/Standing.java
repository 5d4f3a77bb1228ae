package org.watchword.desk.partner;

import java.time.Instant;
import java.util.Optional;

/// How it stands between us and the partner, as far as this run knows.
///
/// @param stage of its silence; empty before its first heartbeat
/// @param last its last heartbeat
/// @param rings how often its number was rung for this silence
/// @param seen somebody said that they know
/// @param notTaken nobody has taken our heartbeats for so long that it is shown
/// @param oldAt when a number came that was used before
/// @param strangerAt when something came that was not the partner's
record Standing(
        PartnerSettings settings,
        Optional<Silence.Stage> stage,
        Optional<Instant> heardAt,
        Optional<Beat> last,
        int rings,
        boolean seen,
        Optional<Instant> takenAt,
        boolean notTaken,
        Optional<Instant> oldAt,
        Optional<Instant> strangerAt) {
    boolean isSilent() {
        return stage.filter(one -> one != Silence.Stage.BEATING).isPresent();
    }

    boolean isRung() {
        return stage.filter(one -> one == Silence.Stage.RUNG).isPresent();
    }
}
