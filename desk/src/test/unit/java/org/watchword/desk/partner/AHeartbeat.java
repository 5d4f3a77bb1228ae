package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.vault.KeyWords;

class AHeartbeat {
    private static final OwnKey ALDER = Keys.of(1);
    private static final OwnKey BIRCH = Keys.of(2);
    private static final OwnKey OTHER = Keys.of(3);
    private static final Beat BEAT =
            new Beat(
                    41,
                    Instant.ofEpochSecond(1_795_000_000),
                    List.of(
                            new Beat.Way("mail", Beat.Health.WELL),
                            new Beat.Way("sms", Beat.Health.FAILING),
                            new Beat.Way("sms", Beat.Health.UNKNOWN)));

    private static String sent(Beat beat) {
        return SignedBeat.of(beat, ALDER, BIRCH.publicKey());
    }

    private static Ear birch() {
        return new Ear(BIRCH, ALDER.publicKey(), 40);
    }

    private static Heard heard(String text) {
        return birch().hear(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void is_read_as_it_was_meant() {
        var taken = assertInstanceOf(Heard.Taken.class, heard(sent(BEAT)));
        assertEquals(BEAT, taken.beat());
        var bare = new Beat(41, BEAT.at(), List.of());
        assertEquals(bare, assertInstanceOf(Heard.Taken.class, heard(sent(bare))).beat());
    }

    @Test
    void does_not_count_with_any_bit_flipped() {
        byte[] bytes = sent(BEAT).getBytes(StandardCharsets.ISO_8859_1);
        var counted = new ArrayList<Integer>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (!(birch().hear(flipped) instanceof Heard.NotTheirs)) {
                counted.add(bit);
            }
        }
        assertEquals(List.of(), counted);
    }

    @Test
    void does_not_count_a_second_time_nor_with_a_lower_number() {
        Ear ear = birch();
        byte[] first = Beat.bytes(sent(BEAT));
        assertInstanceOf(Heard.Taken.class, ear.hear(first));
        assertInstanceOf(Heard.Old.class, ear.hear(first));
        var lower = new Beat(40, BEAT.at().plusSeconds(60), List.of());
        assertInstanceOf(Heard.Old.class, ear.hear(Beat.bytes(sent(lower))));
        var next = new Beat(42, BEAT.at().minusSeconds(60), List.of());
        assertInstanceOf(Heard.Taken.class, ear.hear(Beat.bytes(sent(next))), "times do not count");
    }

    @Test
    void counts_for_the_one_it_was_meant_for_and_from_the_one_who_is_watched() {
        assertInstanceOf(
                Heard.NotTheirs.class, heard(SignedBeat.of(BEAT, ALDER, OTHER.publicKey())));
        assertInstanceOf(
                Heard.NotTheirs.class, heard(SignedBeat.of(BEAT, OTHER, BIRCH.publicKey())));
        assertInstanceOf(
                Heard.NotTheirs.class,
                heard(SignedBeat.of(BEAT, BIRCH, ALDER.publicKey())),
                "one of our own, sent back");
    }

    @Test
    void does_not_count_when_it_is_too_large_or_something_else() {
        var ways = new ArrayList<Beat.Way>();
        for (int i = 0; i < 21; i++) {
            ways.add(new Beat.Way("telegramming", Beat.Health.FAILING));
        }
        assertInstanceOf(Heard.NotTheirs.class, heard(sent(new Beat(41, BEAT.at(), ways))));
        String most = sent(new Beat(41, BEAT.at(), ways.subList(0, 20)));
        assertTrue(most.length() <= Limits.BEAT_BYTES, "twenty channels fit");
        assertInstanceOf(Heard.Taken.class, heard(most));
        for (String text : List.of("", "beat 1\n", "\0".repeat(2_000), sent(BEAT) + "\n", "я")) {
            assertInstanceOf(Heard.NotTheirs.class, heard(text));
        }
    }

    @Test
    void says_nothing_but_numbers_and_sorts_of_channels() {
        String said = sent(BEAT);
        assertEquals(
                """
                beat 1
                count 41
                at 1795000000
                ways mail:well sms:failing sms:unknown
                """,
                said.substring(0, said.indexOf("signed ")));
    }

    @Test
    void is_answered_by_a_signature_for_this_one_alone() {
        String text = sent(BEAT);
        String answer = assertInstanceOf(Heard.Taken.class, heard(text)).answer();
        assertTrue(SignedBeat.isTaken(answer, text, ALDER, BIRCH.publicKey()));
        assertFalse(SignedBeat.isTaken(answer, text, ALDER, OTHER.publicKey()));
        String next = sent(new Beat(42, BEAT.at(), List.of()));
        assertFalse(SignedBeat.isTaken(answer, next, ALDER, BIRCH.publicKey()));
        assertFalse(SignedBeat.isTaken("", text, ALDER, BIRCH.publicKey()));
        String signature = text.substring(text.indexOf("signed ") + 7);
        assertFalse(
                SignedBeat.isTaken("taken " + signature, text, ALDER, ALDER.publicKey()),
                "what signs a heartbeat says nothing about taking it");
    }

    @Test
    void is_verified_by_the_signatures_of_the_java_runtime_too() throws GeneralSecurityException {
        String text = sent(BEAT);
        int at = text.indexOf("signed ");
        byte[] signature = Base64.getUrlDecoder().decode(text.substring(at + 7).strip());
        String receiver = Base64.getUrlEncoder().withoutPadding().encodeToString(BIRCH.publicKey());
        // The fixed beginning of an Ed25519 key in its usual form (RFC 8410).
        String der = "302a300506032b6570032100" + HexFormat.of().formatHex(ALDER.publicKey());
        var key =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(der)));
        var verifier = Signature.getInstance("EdDSA");
        var context = "watchword/heartbeat/1".getBytes(StandardCharsets.US_ASCII);
        verifier.setParameter(new EdDSAParameterSpec(false, context));
        verifier.initVerify(key);
        verifier.update(Beat.bytes(text.substring(0, at) + "for " + receiver + "\n"));
        assertTrue(verifier.verify(signature));
    }

    @Test
    void is_signed_by_a_key_that_people_copy_whole_or_not_at_all() {
        String written = PublicKeyText.of(ALDER.publicKey());
        assertEquals(48, written.length());
        assertEquals(
                written, PublicKeyText.read(" " + written + "\n").map(PublicKeyText::of).get());
        for (String wrong : List.of("", "desk-", written.substring(1), written + "A", "я")) {
            assertEquals(Optional.empty(), PublicKeyText.read(wrong));
        }
        assertEquals(
                Optional.empty(),
                PublicKeyText.read("desk-" + "A".repeat(42) + "B"),
                "another spelling of a good one");
        assertEquals(
                Optional.empty(), PublicKeyText.read(written.substring(0, written.length() - 1)));
    }

    @Test
    void has_a_key_that_two_people_can_say_to_each_other() {
        var english = new Language("en");
        String said = KeyWords.of(ALDER.publicKey(), english);
        assertEquals(8, said.split(" ", -1).length);
        assertEquals(said, KeyWords.of(Keys.of(1).publicKey(), english));
        assertFalse(said.equals(KeyWords.of(BIRCH.publicKey(), english)));
        assertEquals(8, KeyWords.of(ALDER.publicKey(), new Language("ru")).split(" ", -1).length);
    }
}
