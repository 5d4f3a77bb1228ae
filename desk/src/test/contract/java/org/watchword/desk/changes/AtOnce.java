package org.watchword.desk.changes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.store.Store;

/// A desk to which nobody was entrusted yet: every change counts at once.
public final class AtOnce {
    public static Changes on(Store store) {
        return new Changes(store, new Open(), new Still(), handle -> false);
    }

    private record Still() implements DeskClock {
        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }

        @Override
        public long monotonicNanos() {
            return 0;
        }
    }

    private record Open() implements FieldSeal {
        @Override
        public byte[] seal(Place place, String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(Place place, byte[] sealed) {
            return new String(sealed, StandardCharsets.UTF_8);
        }
    }

    private AtOnce() {}
}
