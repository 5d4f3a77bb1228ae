package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;

/// What {@link KeysThatSign} says of each signature alone it says of the same beside others; here
/// is what only many have.
class SignaturesTogether {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final int AUTHORS = 3;

    private final BatchVerifier verifier = new BatchVerifier(new SecureRandom());

    /// What a claim is made of.
    record Signed(VerifyingKey by, Octets message, Octets signature) {
        BatchVerifier.Claim claim() {
            return new BatchVerifier.Claim(by, message.bytes(), signature.bytes());
        }
    }

    private static List<BatchVerifier.Claim> claims(List<Signed> signed) {
        return signed.stream().map(Signed::claim).toList();
    }

    /// So many by three authors, of messages of all lengths.
    static List<Signed> sound(String words, int count) {
        var random = new Drawn(words);
        List<SigningKey> keys =
                Stream.generate(() -> SigningKey.fresh(random)).limit(AUTHORS).toList();
        List<VerifyingKey> authors =
                keys.stream().map(key -> VerifyingKey.of(key.publicKey()).orElseThrow()).toList();
        List<Signed> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] message = random.bytes(i * 7 % 300);
            claims.add(
                    new Signed(
                            authors.get(i % AUTHORS),
                            Octets.of(message),
                            Octets.of(keys.get(i % AUTHORS).sign(message))));
        }
        return claims;
    }

    @Test
    void are_taken_when_each_is_sound_however_many() {
        for (int count : new int[] {0, 1, 2, 3, 17, 128, 300}) {
            assertTrue(verifier.areSound(claims(sound("many", count))), count + " of them");
        }
    }

    @Test
    void are_refused_for_each_one_that_is_not() {
        List<Signed> sound = sound("one of them", 60);
        for (int i = 0; i < sound.size(); i++) {
            Signed one = sound.get(i);
            Signed next = sound.get((i + 1) % sound.size());
            for (var spoilt :
                    List.of(
                            new Signed(next.by(), one.message(), one.signature()),
                            new Signed(one.by(), next.message(), one.signature()),
                            new Signed(one.by(), one.message(), next.signature()))) {
                var claims = new ArrayList<>(sound);
                claims.set(i, spoilt);
                assertFalse(spoilt.claim().isSound());
                assertFalse(verifier.areSound(claims(claims)), "number " + i);
            }
        }
    }

    /// The same twice, and one beside what takes it away.
    @Test
    void are_added_right_where_points_are_alike() {
        List<Signed> sound = sound("alike", 5);
        var twice = new ArrayList<>(sound);
        twice.addAll(sound);
        assertTrue(verifier.areSound(claims(twice)));
        assertTrue(verifier.areSound(claims(Collections.nCopies(20, sound.getFirst()))));
    }

    /// One is too large by as much as another is too small: without numbers drawn for each, the sum
    /// would come out. Where they are all the same it does.
    @Test
    void do_not_make_up_for_each_other() {
        List<Signed> sound = sound("made up", 10);
        var claims = new ArrayList<>(sound);
        claims.set(2, plus(sound.get(2), BigInteger.valueOf(77)));
        claims.set(5, plus(sound.get(5), BigInteger.valueOf(-77)));
        assertFalse(verifier.areSound(claims(claims)));
        assertTrue(new BatchVerifier(new Same()).areSound(claims(claims)), "the test is none");
    }

    /// With S larger by so much.
    private static Signed plus(Signed claim, BigInteger more) {
        byte[] signature = claim.signature().bytes();
        byte[] turned = new byte[32];
        for (int i = 0; i < 32; i++) {
            turned[i] = signature[63 - i];
        }
        BigInteger s = new BigInteger(1, turned).add(more).mod(ORDER);
        for (int i = 0; i < 32; i++) {
            signature[32 + i] = s.shiftRight(i * Byte.SIZE).byteValue();
        }
        return new Signed(claim.by(), claim.message(), Octets.of(signature));
    }

    /// Numbers that everybody knows.
    private static final class Same extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] into) {
            Arrays.fill(into, (byte) 5);
        }
    }

    @Test
    void are_refused_when_one_is_too_short_or_too_long() {
        List<Signed> sound = sound("lengths", 3);
        for (int length : new int[] {0, 31, 32, 63, 65}) {
            var claims = new ArrayList<>(sound);
            var first = sound.getFirst();
            byte[] other = Arrays.copyOf(first.signature().bytes(), length);
            claims.set(0, new Signed(first.by(), first.message(), Octets.of(other)));
            assertFalse(verifier.areSound(claims(claims)), length + " bytes");
        }
    }

    /// −x² + y² = 1 + d·x²·y², where halves of y + x and y − x are known, and d·x·y.
    @Test
    void have_points_of_the_curve_and_of_their_spelling() {
        var random = new Drawn("points");
        for (int i = 0; i < 200; i++) {
            byte[] spelt = SigningKey.fresh(random).publicKey();
            var found = NielsPoint.all(List.of(NielsPoint.Spelt.of(spelt).orElseThrow()));
            NielsPoint point = found.getFirst();
            FieldElement x = point.sum().minus(point.difference());
            FieldElement y = point.sum().plus(point.difference());
            FieldElement product = point.product().times(x).times(y);
            FieldElement left = y.squared().minus(x.squared());
            assertTrue(left.minus(FieldElement.ONE.plus(product)).isZero());
            assertTrue(y.minus(FieldElement.read(spelt)).isZero());
            assertEquals(spelt[31] < 0, x.isOdd());
        }
    }
}
