package org.watchword.desk;

import java.lang.ref.Reference;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Pace;

/// Hands back to the system what lies in memory that nobody uses any more, every so often, and
/// fills with zeros what is kept for new things.
///
/// A cookie, and whatever else comes in a header, is text that a collector has moved about; nobody
/// can zero its copies. The settings of Java that belong to this are in `dist/serve.jvm`, and why
/// this way in `docs/decisions/0094`.
final class Sweep {
    /// Three times the room for new things, so that it is filled at least once.
    private static final int NEW_BYTES = 24 * 1024 * 1024;

    /// What is still held when that room is emptied moves behind the old things, into the last
    /// piece that was too small to be handed back.
    private static final int HELD_BYTES = 512 * 1024;

    private static final int PIECE_BYTES = 4 * 1024;

    static void begin(Pace pace) {
        pace.beat(
                        "sweep",
                        rested -> {
                            if (rested) {
                                System.gc();
                                fill();
                            }
                            return Optional.of(Pace.Rest.looking(Limits.SWEEP));
                        })
                .start();
    }

    private static void fill() {
        byte[][] held = new byte[HELD_BYTES / PIECE_BYTES][];
        try {
            for (int i = 0; i < NEW_BYTES / PIECE_BYTES; i++) {
                held[i % held.length] = new byte[PIECE_BYTES];
            }
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private Sweep() {}
}
