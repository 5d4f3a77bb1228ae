package org.watchword.formats.bundle;

import static org.watchword.desk.Foreign.promise;

import java.nio.file.Path;
import java.util.Arrays;

/// Any bytes as each tag file of a bundle: they have one spelling, their paths stay in the bag, and
/// a failure says in which of their lines it shows.
public final class AnyTagFile {
    /// Reads, and writes what it has read.
    private interface Again {
        byte[] of(byte[] data) throws BundleFailure;
    }

    public static void fuzzerTestOneInput(byte[] data) {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            play(data, Manifest.name(algorithm), bytes -> manifest(algorithm, bytes));
            play(data, TagManifest.name(algorithm), bytes -> tagManifest(algorithm, bytes));
        }
        play(data, BagInfo.NAME, AnyTagFile::info);
        play(data, CustodyLog.NAME, AnyTagFile::custody);
        play(data, BagDeclaration.NAME, AnyTagFile::declaration);
    }

    private static void play(byte[] data, String name, Again again) {
        try {
            promise(Arrays.equals(again.of(data), data), "one spelling of " + name);
        } catch (BundleFailure failure) {
            promise(failure.file().equals(name), "it shows where it was read");
            promise(failure.line() <= lines(data) + 1, "in a line that there is, or behind");
            promise(failure.toString().length() < 130, "nothing of the file is told");
        }
    }

    private static int lines(byte[] data) {
        int lines = 0;
        for (byte one : data) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static byte[] manifest(ChecksumAlgorithm algorithm, byte[] data) throws BundleFailure {
        var read = Manifest.read(algorithm, data);
        read.entries().forEach(entry -> within(entry.path()));
        promise(read.entries().stream().allMatch(one -> one.path().isPayload()), "payload only");
        return read.bytes();
    }

    private static byte[] tagManifest(ChecksumAlgorithm algorithm, byte[] data)
            throws BundleFailure {
        var read = TagManifest.read(algorithm, data);
        read.entries().forEach(entry -> within(entry.path()));
        promise(read.entries().stream().noneMatch(one -> one.path().isPayload()), "none of it");
        return read.bytes();
    }

    private static void within(BagPath path) {
        var base = Path.of("/bag");
        var there = base.resolve(path.name());
        promise(there.normalize().equals(there) && there.startsWith(base), "it stays in the bag");
    }

    private static byte[] info(byte[] data) throws BundleFailure {
        var read = BagInfo.read(data);
        promise(read.payloadOxum().streams() >= 0, "a sum");
        return read.bytes();
    }

    /// Whatever was read can go on.
    private static byte[] custody(byte[] data) throws BundleFailure {
        var read = CustodyLog.read(data);
        if (!read.lines().isEmpty()) {
            var last = read.lines().getLast();
            promise(last.next(last.event()).before().isPresent(), "a line after it");
        }
        return read.bytes();
    }

    private static byte[] declaration(byte[] data) throws BundleFailure {
        BagDeclaration.check(data);
        return BagDeclaration.bytes();
    }

    private AnyTagFile() {}
}
