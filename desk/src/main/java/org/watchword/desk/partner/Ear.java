package org.watchword.desk.partner;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;

/// Listens to one sender: whose signature it must be, and how high its numbers have come.
public final class Ear {
    private final OwnKey own;
    private final byte[] sender;
    private long count;

    /// Listens to that sender from now on.
    ///
    /// @param count the highest number that has been heard
    public Ear(OwnKey own, byte[] sender, long count) {
        this.own = own;
        this.sender = sender.clone();
        this.count = count;
    }

    public synchronized Heard hear(byte[] came) {
        if (came.length > Limits.BEAT_BYTES) {
            return new Heard.NotTheirs();
        }
        String text = new String(came, StandardCharsets.ISO_8859_1);
        Optional<Beat> beat = SignedBeat.read(text, own, sender);
        if (beat.isEmpty()) {
            return new Heard.NotTheirs();
        }
        if (beat.get().count() <= count) {
            return new Heard.Old();
        }
        count = beat.get().count();
        return new Heard.Taken(beat.get(), SignedBeat.taken(text, own));
    }
}
