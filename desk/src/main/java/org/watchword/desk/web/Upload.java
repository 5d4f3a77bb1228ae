package org.watchword.desk.web;

import java.util.Arrays;

/// A file that somebody chose in a form. What it was called on his machine, nobody is told.
public sealed interface Upload {
    /// All of it. Its bytes turn to zero when the request ends.
    final class Whole implements Upload {
        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /// The bytes themselves, no copy.
        public byte[] bytes() {
            return bytes;
        }

        void forget() {
            Arrays.fill(bytes, (byte) 0);
        }

        @Override
        public String toString() {
            return "a file that was sent";
        }
    }

    /// It has more bytes than the route takes; none of them were kept.
    record TooLarge() implements Upload {}
}
