package org.watchword.formats.bundle;

import java.util.Arrays;
import java.util.Locale;

/// What was done to an item. Near in meaning to the event types of PREMIS, and to what the Berkeley
/// Protocol wants told: control, transfer, analysis, disposition.
public sealed interface Deed {
    /// What has no other side.
    enum Plain implements Deed {
        /// Taken up where it was found.
        COLLECTED,
        /// Taken into the hands of whoever stands in the line, from outside or back again.
        RECEIVED,
        /// Encrypted as it is.
        SEALED,
        /// Looked at.
        OPENED,
        /// Copied octet by octet: the copy is the same item.
        COPIED,
        /// Hashed again, and found to be the same.
        CHECKED,
        /// Examined, with which tool the note says.
        ANALYSED,
        /// Deleted, where and why the note says.
        DISPOSED;

        private static Plain read(String word) {
            return Arrays.stream(values())
                    .filter(plain -> plain.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Flawed(Failure.LINE_MALFORMED));
        }
    }

    /// Made from another item of the same bundle: cut, masked, converted. An item that is not in
    /// the bundle cannot be named: its hash would tell whoever has it that we had it.
    record Derived(Checksum from) implements Deed {
        /// @throws IllegalArgumentException when it is not named as an item is
        public Derived {
            CustodyLine.checkItem(from);
        }
    }

    /// Given to somebody who has it from then on.
    record HandedOver(String to) implements Deed {
        /// @throws IllegalArgumentException when the name cannot stand there
        public HandedOver {
            CustodyLine.checkCell(to);
        }
    }

    /// Shown or given to somebody while it stays here too, such as in a bundle.
    record Disclosed(String to) implements Deed {
        /// @throws IllegalArgumentException when the name cannot stand there
        public Disclosed {
            CustodyLine.checkCell(to);
        }
    }

    /// In the column of deeds.
    default String word() {
        return switch (this) {
            case Derived _ -> "derived";
            case HandedOver _ -> "handed-over";
            case Disclosed _ -> "disclosed";
            case Plain plain -> plain.name().toLowerCase(Locale.ROOT);
        };
    }

    /// In the column of the other side.
    default String with() {
        return switch (this) {
            case Derived derived -> derived.from().hex();
            case HandedOver handed -> handed.to();
            case Disclosed disclosed -> disclosed.to();
            case Plain _ -> CustodyLine.NONE;
        };
    }

    /// What those two columns say.
    static Deed read(String word, String with) {
        return switch (word) {
            case "derived" -> new Derived(new Checksum(ChecksumAlgorithm.SHA256, with));
            case "handed-over" -> new HandedOver(with);
            case "disclosed" -> new Disclosed(with);
            default -> Plain.read(word);
        };
    }

    /// Whether an item's first line can say it: where the item comes from.
    default boolean begins() {
        return switch (this) {
            case Derived _ -> true;
            case HandedOver _, Disclosed _ -> false;
            case Plain plain -> plain == Plain.COLLECTED || plain == Plain.RECEIVED;
        };
    }

    /// Whether a line behind the first can say it.
    default boolean follows() {
        return this == Plain.RECEIVED || !begins();
    }
}
