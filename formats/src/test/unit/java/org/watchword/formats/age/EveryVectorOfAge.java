package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Community Cryptography Test Vectors for age, all of them.
class EveryVectorOfAge {
    private static final int COUNT = 113;

    static List<Vector> all() {
        return Vector.all();
    }

    @Test
    void is_here() {
        assertEquals(COUNT, all().size());
        long wellEnding = all().stream().filter(v -> v.expects().equals("success")).count();
        assertEquals(20, wellEnding);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ends_as_it_says_with_two_threads(Vector vector) throws IOException {
        endsAsItSays(vector, 2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ends_as_it_says_with_one(Vector vector) throws IOException {
        endsAsItSays(vector, 1);
    }

    private static void endsAsItSays(Vector vector, int threads) throws IOException {
        var age = new Age(new SecureRandom(), threads);
        var released = new Released();
        String end;
        try {
            // A vector says whether it is armor: what looks like none must be refused as armor.
            InputStream in = new ByteArrayInputStream(vector.file());
            InputStream bare = vector.isArmored() ? new ArmorReader(in) : in;
            try (var clear = opened(age, vector, bare)) {
                clear.transferTo(released);
            }
            end = "success";
        } catch (AgeFailure e) {
            end = words(e.failure().kind());
        }
        assertEquals(vector.expects(), end);
        vector.payload().ifPresent(hash -> assertEquals(hash, released.hash(), "what came out"));
        if (vector.payload().isEmpty()) {
            assertEquals(0, released.bytes, "nothing was to come out");
        }
    }

    private static OpeningStream opened(Age age, Vector vector, InputStream bare)
            throws IOException {
        List<Identity> identities = vector.identities();
        try (var fileKey = Header.read(bare).open(identities)) {
            assertEquals(vector.fileKey(), HexFormat.of().formatHex(fileKey.bytes()));
            return OpeningStream.from(bare, fileKey, age.threads());
        }
    }

    private static String words(Failure.Kind kind) {
        return switch (kind) {
            case HEADER -> "header failure";
            case HMAC -> "HMAC failure";
            case NO_MATCH -> "no match";
            case ARMOR -> "armor failure";
            case PAYLOAD -> "payload failure";
        };
    }

    /// What an implementation released before it saw a failure counts as much as the failure.
    private static final class Released extends OutputStream {
        private final MessageDigest hash;
        private long bytes;

        Released() {
            try {
                hash = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(int one) {
            hash.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            hash.update(some, from, length);
            bytes += length;
        }

        String hash() {
            return HexFormat.of().formatHex(hash.digest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid_and_x25519", "scrypt", "x25519_grease", "stanza_empty_body"})
    void gives_the_same_bytes_when_its_header_is_written_again(String name) throws IOException {
        byte[] file = Vector.named(name).file();
        byte[] again = Header.read(new ByteArrayInputStream(file)).bytes();
        assertArrayEquals(Arrays.copyOf(file, again.length), again);
    }

    /// Whoever has the vectors beside the checkout has no more of them than we do.
    @Test
    void is_ours_too_where_a_folder_of_them_lies_beside_the_checkout() throws IOException {
        Optional<Path> beside = beside();
        assertTrue(beside.map(Files::isDirectory).orElse(true));
        if (beside.isPresent()) {
            for (Path theirs : Vector.in(beside.get()).toList()) {
                Path ours = Vector.OURS.resolve(theirs.getFileName());
                assertTrue(Files.exists(ours), theirs.getFileName() + " is missing");
                assertEquals(-1, Files.mismatch(ours, theirs), theirs.getFileName() + " differs");
            }
        }
    }

    private static Optional<Path> beside() {
        String named = System.getProperty("watchword.vectors", "../../shared/vectors");
        return Stream.of(Path.of(named).resolve("age")).filter(Files::isDirectory).findFirst();
    }
}
