package org.watchword.formats.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// A bag checksum algorithm: those that every tool for BagIt 1.0 must know. A bundle has manifests
/// by the first, and may have others by the second.
public enum ChecksumAlgorithm {
    SHA256("SHA-256", 32),
    SHA512("SHA-512", 64);

    private final String name;
    private final int octets;

    ChecksumAlgorithm(String name, int octets) {
        this.name = name;
        this.octets = octets;
    }

    /// As it stands in the name of a manifest.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    int octets() {
        return octets;
    }

    /// To be fed with the octets of a file.
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /// Of these octets.
    public Checksum of(byte[] content) {
        return Checksum.of(this, digest().digest(content));
    }
}
