package org.watchword.formats.cipher;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a hash, a key, a seal or a signature is for. Its bytes stand in front of whatever goes in,
/// and end with a zero that no name holds: none is the beginning of another, so that what was made
/// for one use is never taken for another.
public record Domain(String name) {
    public Domain {
        if (!name.matches("watchword/v[0-9]+/[a-z-]+")) {
            throw new IllegalArgumentException("no name of a use: " + name);
        }
    }

    /// The name, a zero, and everything else one after the other.
    public byte[] before(byte[]... parts) {
        byte[] all = name.getBytes(StandardCharsets.US_ASCII);
        int at = all.length + 1;
        int length = at;
        for (byte[] part : parts) {
            length += part.length;
        }
        all = Arrays.copyOf(all, length);
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
