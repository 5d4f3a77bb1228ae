package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.word.Outcome.State;

class WordsFoundInAText {
    private static final KeyedHash PLAIN =
            (domain, value) -> {
                try {
                    var sha = MessageDigest.getInstance("SHA-256");
                    sha.update(domain.getBytes(StandardCharsets.UTF_8));
                    sha.update((byte) 0);
                    return sha.digest(value);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            };
    private final WordHash hash = new WordHash(PLAIN);
    private final Reading reading = new Reading(hash);
    private final Map<CardRows.Kept, List<CardRows.KeptWord>> cards = new LinkedHashMap<>();

    private CardRows.Kept card(long id, boolean listOn) {
        var card =
                new CardRows.Kept(
                        new CardId(id),
                        new CodenameId(id),
                        new Language("en"),
                        listOn,
                        new PersonId(1),
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty());
        cards.put(card, new ArrayList<>());
        return card;
    }

    private CardRows.KeptWord word(CardRows.Kept card, WordKind kind, int nth, String spelled) {
        var word =
                new CardRows.KeptWord(
                        kind,
                        nth,
                        CardRows.number(hash.sieve(card.id().value(), spelled)),
                        ByteBuffer.wrap(hash.word(card.id().value(), kind, spelled)),
                        false);
        Objects.requireNonNull(cards.get(card)).add(word);
        return word;
    }

    private List<Reading.Found> found(String text) {
        return reading.words(text, cards);
    }

    private WordKind kind(String text) {
        return found(text).getFirst().word().kind();
    }

    @Test
    void are_found_whole_broken_up_and_in_the_middle_of_others() {
        word(card(1, false), WordKind.OK, 0, "amberharbour");

        for (String text :
                List.of(
                        "Amber Harbour",
                        "amberharbour",
                        "am-ber har.bour",
                        "so then: amber harbour, and that is all",
                        "a m b e r h a r b o u r",
                        "good evening\na m b e r h a r b o u r")) {
            assertEquals("amberharbour", found(text).getFirst().spelled(), text);
        }
        assertEquals(List.of(), found("amber x harbour"));
        assertEquals(List.of(), found("amber"));
        assertEquals(List.of(), found(""));
    }

    @Test
    void are_of_at_most_four_pieces_within_a_longer_text() {
        word(card(1, false), WordKind.OK, 0, "amberharbour");

        assertEquals(0, found("am ber har bour and more").getFirst().from());
        assertEquals(3, found("this is it am ber har bour").getFirst().from());
        assertEquals(List.of(), found("see am ber har bo ur now"), "five pieces");
    }

    @Test
    void stand_early_in_the_first_pieces_only() {
        word(card(1, false), WordKind.OK, 0, "amber");

        assertTrue(found("one ".repeat(Limits.OK_WITHIN_PIECES - 2) + "amber").getFirst().early());
        assertFalse(found("one ".repeat(Limits.OK_WITHIN_PIECES - 1) + "amber").getFirst().early());
    }

    @Test
    void the_strongest_of_a_card_counts_and_of_two_as_strong_the_first() {
        var card = card(1, true);
        word(card, WordKind.OK, 0, "amber");
        word(card, WordKind.LISTED, 1, "meadow");
        word(card, WordKind.HELP, 0, "lantern");
        word(card, WordKind.DURESS, 0, "gravel");
        word(card, WordKind.LISTED, 2, "copper");

        assertEquals(WordKind.DURESS, kind("amber lantern gravel"));
        assertEquals(WordKind.HELP, kind("amber meadow lantern"));
        assertEquals(WordKind.LISTED, kind("amber meadow"));
        assertEquals(2, found("amber copper meadow").getFirst().word().nth());
    }

    @Test
    void one_of_each_card_is_found_and_a_word_is_its_own_cards_alone() {
        word(card(1, false), WordKind.OK, 0, "amber");
        word(card(2, false), WordKind.HELP, 0, "lantern");

        assertEquals(
                List.of(new CardId(1), new CardId(2)),
                found("lantern amber").stream().map(one -> one.card().id()).toList());
        assertEquals(List.of(), reading.words("amber", Map.of()));
        assertEquals("a word of " + new CardId(1), found("amber").getFirst().toString());
    }

    @Test
    void are_sought_at_both_ends_of_a_text_too_long_to_be_tried() {
        word(card(1, false), WordKind.HELP, 0, "lantern");
        String long_ = "x".repeat(3) + " ";
        long_ = long_.repeat(20_000);

        assertEquals(1, found("lantern " + long_).size());
        assertEquals(1, found(long_ + "lantern").size());
        assertEquals(0, found(long_ + "lantern " + long_).size());
    }

    @Test
    void call_signs_are_sought_in_one_and_two_pieces_and_in_the_whole() {
        var signs =
                reading.signs("Red Kite, a b c").stream().map(HexFormat.of()::formatHex).toList();
        for (String sign : List.of("red", "kite", "redkite", "kitea", "bc", "redkiteabc")) {
            assertTrue(signs.contains(HexFormat.of().formatHex(hash.sign(sign))), sign);
        }
        assertFalse(signs.contains(HexFormat.of().formatHex(hash.sign("abc"))));
        assertEquals(
                List.of(), reading.signs("x".repeat(Limits.CODE_WORD_CHARACTERS + 1)), "too long");
        assertEquals(1, reading.signs("x".repeat(Limits.CODE_WORD_CHARACTERS)).size());
    }

    @Test
    void a_mistyped_word_says_nothing_plainly_and_a_cry_or_a_sentence_does() {
        assertFalse(Reading.isPlainly("lanten"));
        assertFalse(Reading.isPlainly("one two three four five six"));
        assertTrue(Reading.isPlainly("one two three four five six seven"));
        assertTrue(Reading.isPlainly("help me"));
    }

    @Test
    void mean_what_they_say_where_they_came_in_their_own_way() {
        var quiet = card(1, false);
        var listed = card(2, true);
        var ok = new Reading.Found(quiet, word(quiet, WordKind.OK, 0, "amber"), 0, "amber");
        var other = new Reading.Found(listed, word(listed, WordKind.OK, 0, "amber"), 0, "amber");
        var help = new Reading.Found(quiet, word(quiet, WordKind.HELP, 0, "cry"), 9, "cry");
        var duress = new Reading.Found(quiet, word(quiet, WordKind.DURESS, 0, "no"), 9, "no");
        var worst = new Verdict.Way(false, false, true);

        assertEquals(State.HELP, Verdict.of(help, List.of(), worst));
        assertEquals(State.DURESS, Verdict.of(duress, List.of(), worst));
        assertEquals(State.OK, Verdict.of(ok, List.of(), new Verdict.Way(false, true, false)));
        assertEquals(
                State.CONTACT, Verdict.of(ok, List.of(), new Verdict.Way(false, false, false)));
        assertEquals(State.CONTACT, Verdict.of(ok, List.of(), new Verdict.Way(true, true, true)));
        assertEquals(State.OK, Verdict.of(other, List.of(), new Verdict.Way(true, true, false)));
        assertEquals(
                State.CONTACT,
                Verdict.of(other, List.of(), new Verdict.Way(false, true, false)),
                "the standing word is no good where copies are kept and there is a list");
    }

    @Test
    void of_the_list_the_next_five_unused_ones_count() {
        var card = card(1, true);
        var all = new ArrayList<CardRows.KeptWord>();
        for (int nth = 1; nth <= 8; nth++) {
            var word = word(card, WordKind.LISTED, nth, "word" + nth);
            all.add(
                    nth == 2
                            ? new CardRows.KeptWord(
                                    word.kind(), nth, word.sieve(), word.hash(), true)
                            : word);
        }
        all.add(word(card, WordKind.OK, 7, "amber"));
        var way = new Verdict.Way(false, true, false);
        var states = new ArrayList<State>();
        for (int i = 0; i < 8; i++) {
            states.add(Verdict.of(new Reading.Found(card, all.get(i), 0, "w"), all, way));
        }

        assertEquals(
                List.of(
                        State.OK,
                        State.CONTACT,
                        State.OK,
                        State.OK,
                        State.OK,
                        State.OK,
                        State.CONTACT,
                        State.CONTACT),
                states);
        assertEquals(
                State.CONTACT,
                Verdict.of(
                        new Reading.Found(card, all.getFirst(), 0, "w"),
                        all,
                        new Verdict.Way(false, true, true)));
    }

    @Test
    void are_kept_under_what_they_are_for_and_whose_they_are() {
        var all =
                List.of(
                        hash.sieve(1, "amber"),
                        hash.sieve(2, "amber"),
                        hash.word(1, WordKind.OK, "amber"),
                        hash.word(1, WordKind.HELP, "amber"),
                        hash.word(2, WordKind.OK, "amber"),
                        hash.sign("amber"),
                        hash.form("amber"),
                        hash.address(1, "amber"),
                        hash.address(2, "amber"),
                        hash.aboutCodename(1),
                        hash.aboutCodename(2),
                        hash.aboutNobody(1),
                        hash.aboutNobody(2));
        assertEquals(all.size(), all.stream().map(HexFormat.of()::formatHex).distinct().count());
        assertEquals(WordHash.SIEVE_BYTES, hash.sieve(1, "amber").length);
        assertArrayEquals(hash.sign("amber"), hash.sign("amber"));
        assertEquals(32, hash.form("x").length);
    }

    @Test
    void stand_in_the_table_by_a_word_of_their_kind() {
        Arrays.stream(WordKind.values())
                .forEach(kind -> assertEquals(kind, WordKind.of(kind.word())));
        for (State state : State.values()) {
            for (Optional<CodenameId> who :
                    List.of(Optional.<CodenameId>empty(), Optional.of(new CodenameId(12)))) {
                var outcome = new Outcome(state, who);
                assertEquals(outcome, Outcome.unpacked(outcome.packed()));
            }
        }
        assertEquals(
                new Outcome(State.UNKNOWN, Optional.empty()), Outcome.unknown(Optional.empty()));
    }

    @Test
    void what_was_said_is_kept_in_one_size_and_read_as_it_was() {
        String pad = "ё".repeat(Limits.CHECK_IN_BYTES);
        for (String text : List.of("", "amber", "two\nlines", pad)) {
            for (List<CodenameId> maybe :
                    List.of(
                            List.<CodenameId>of(),
                            List.of(new CodenameId(3), new CodenameId(14)))) {
                var said = new Said(maybe.isEmpty(), maybe, text);
                String packed = said.packed();
                assertEquals(Limits.CHECK_IN_BYTES, packed.getBytes(StandardCharsets.UTF_8).length);
                var read = Said.unpacked(packed);
                assertEquals(said.early(), read.early());
                assertEquals(maybe, read.maybe());
                assertTrue(text.startsWith(read.text()), read.text());
                assertTrue(text.equals(read.text()) || read.text().length() > 240);
                assertEquals("what was said", said.toString());
            }
        }
    }
}
