package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.TestDesk.FINCH;
import static org.watchword.desk.delivery.TestDesk.HERON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;

@Timeout(60)
class AWordThatCameIn {
    @TempDir Path dir;
    private TestDesk desk;
    private ChannelId channel;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        channel = desk.channel("hand");
        desk.address(FINCH, channel, "finch");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Inbound.Word word(String gatewayId, String text) {
        return new Inbound.Word(
                Optional.of(gatewayId),
                Optional.of("finch"),
                Optional.empty(),
                text,
                desk.clock.instant());
    }

    private Inbound.Handler handler(String name, String knows) {
        return (turn, from, word, people) -> {
            asked.add(name + " " + word.text() + " " + people);
            return word.text().contains(knows);
        };
    }

    private List<String> states() {
        return desk.store.read(handle ->
                handle.createQuery("SELECT state FROM inbound ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    private void awaitStates(String... states) {
        await(() -> states().equals(List.of(states)), () -> "" + states());
    }

    @Test
    void is_stored_when_the_gateway_gets_its_ok() {
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        assertEquals(1, states().size());
    }

    @Test
    void is_offered_in_order_until_somebody_knows_it() {
        desk.start(
                (_, _, _) -> {},
                handler("first", "help"),
                handler("second", "hello"),
                handler("third", "hello"));
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        awaitStates("recognised");
        String people = " hello " + List.of(new PersonId(1));
        assertEquals(List.of("first" + people, "second" + people), asked);
    }

    @Test
    void known_to_nobody_it_stays_listed() {
        desk.start((_, _, _) -> {}, handler("first", "help"));
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        awaitStates("unrecognised");
    }

    @Test
    void told_twice_by_the_gateway_it_is_kept_once() {
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        assertEquals(1, states().size());
    }

    @Test
    void stored_before_a_kill_it_is_understood_at_the_next_start() {
        desk.write(turn -> {
            // As a kill between the two turns leaves it.
            desk.delivery.keepWithoutUnderstanding(turn, channel, word("g1", "hello"));
            return true;
        });
        assertEquals(List.of("stored"), states());
        desk.start((_, _, _) -> {}, handler("first", "hello"));
        awaitStates("recognised");
    }

    @Test
    void is_nobodys_when_the_sender_has_not_proved_that_address() {
        desk.write(turn -> desk.delivery.addresses().add(turn, HERON, channel, "heron"));
        desk.start((_, _, _) -> {}, handler("first", "hello"));
        desk.delivery.inbound().keep(channel, from("heron", "hello"));
        awaitStates("recognised");
        assertEquals(List.of("first hello []"), asked);
    }

    private Inbound.Word from(String sender, String text) {
        return new Inbound.Word(
                Optional.empty(),
                Optional.of(sender),
                Optional.empty(),
                text,
                desk.clock.instant());
    }

    private List<InboundBox.Listed> unrecognised() {
        return desk.store.read(handle -> desk.delivery.unrecognised(handle, 50));
    }

    @Test
    void ten_thousand_characters_are_kept_and_what_is_cut_is_said() {
        desk.start();
        desk.delivery.inbound().keep(channel, from("somebody", "x".repeat(10_000)));
        desk.delivery.inbound().keep(channel, from("somebody", "x".repeat(9_999) + "🚒🚒"));
        awaitStates("unrecognised", "unrecognised");
        var newest = unrecognised().getFirst();
        assertEquals("x".repeat(9_999), newest.word().text());
        assertTrue(newest.shortened());
        assertEquals(10_000, unrecognised().getLast().word().text().length());
        assertFalse(unrecognised().getLast().shortened());
    }

    @Test
    void what_could_harm_a_reader_is_left_out_and_the_rest_is_kept() {
        desk.start();
        desk.delivery
                .inbound()
                .keep(channel, from("\u202Eevil\u0000", "help\u0000 me\u202E now \u001a👩🏽‍🚒"));
        awaitStates("unrecognised");
        var word = unrecognised().getFirst().word();
        assertEquals("help me now 👩🏽‍🚒", word.text());
        assertEquals(Optional.of("evil"), word.sender());
    }

    @Test
    void of_a_flood_the_rest_is_counted_and_no_other_sender_is_refused() {
        desk.start();
        for (int i = 0; i < 50; i++) {
            desk.delivery.inbound().keep(channel, from("flood", "word " + i));
        }
        desk.delivery.inbound().keep(channel, from("somebody else", "a first word"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals(21, states().size());
        assertEquals("a first word", unrecognised().getFirst().word().text());
        assertEquals(30, unrecognised().get(1).more());
        desk.clock.forward(Duration.ofMinutes(1));
        desk.delivery.inbound().keep(channel, from("flood", "a minute later"));
        assertEquals(22, states().size());
    }

    @Test
    void a_flood_in_a_members_name_does_not_drown_what_somebody_recognises() {
        desk.start((_, _, _) -> {}, handler("first", "123456"));
        for (int i = 0; i < 50; i++) {
            desk.delivery.inbound().keep(channel, from("finch", "word " + i));
        }
        desk.delivery.inbound().keep(channel, from("finch", "123456"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals(21, states().size());
        assertEquals("recognised", states().getLast());
    }

    @Test
    void a_flood_that_no_handler_can_take_holds_up_no_gateway_and_is_seen() {
        desk.start(
                (_, _, _) -> {},
                (_, _, word, _) -> {
                    if (word.text().contains("poison")) {
                        throw new IllegalStateException("a fault above");
                    }
                    return false;
                });
        for (int i = 0; i < 20; i++) {
            desk.delivery.inbound().keep(channel, from("finch", "word " + i));
        }
        desk.delivery.inbound().keep(channel, from("finch", "poison"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals("poison", unrecognised().getFirst().word().text());
    }

    private void crowd() {
        for (int i = 0; i < 60; i++) {
            desk.delivery.inbound().keep(channel, from("sender-" + i, "word " + i));
        }
        await(() -> !states().contains("stored"), () -> "" + states());
    }

    @Test
    void of_many_senders_with_ever_new_names_only_beginnings_are_kept() {
        desk.start();
        crowd();
        desk.delivery.inbound().keep(channel, from("one more", "y".repeat(10_000)));
        var newest = unrecognised().getFirst();
        assertEquals("y".repeat(500), newest.word().text());
        assertTrue(newest.shortened());
        desk.delivery.inbound().keep(channel, from("finch", "z".repeat(10_000)));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals(10_000, unrecognised().getFirst().word().text().length());
    }

    @Test
    void in_a_crowd_what_somebody_understands_is_found_wherever_it_stands() {
        var taken = new CopyOnWriteArrayList<Integer>();
        Inbound.Handler last =
                new Inbound.Handler() {
                    @Override
                    public boolean recognises(
                            Turn turn, ChannelId from, Inbound.Word word, List<PersonId> people) {
                        taken.add(word.text().length());
                        return true;
                    }

                    @Override
                    public boolean lastResort() {
                        return true;
                    }
                };
        desk.start((_, _, _) -> {}, last, handler("first", "123456"));
        crowd();
        taken.clear();
        desk.delivery.inbound().keep(channel, from("one more", "y".repeat(9_000) + " 123456"));
        assertEquals("recognised", states().getLast());
        assertEquals(List.of(), taken);
        desk.delivery.inbound().keep(channel, from("and one", "y".repeat(9_000)));
        assertEquals("recognised", states().getLast());
        assertEquals(List.of(500), taken);
    }

    @Test
    void in_a_flood_without_a_known_name_what_somebody_understands_is_found_too() {
        desk.start((_, _, _) -> {}, handler("first", "123456"));
        for (int i = 0; i < 30; i++) {
            desk.delivery.inbound().keep(channel, from("flood", "word " + i));
        }
        desk.delivery.inbound().keep(channel, from("flood", "123456"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals("recognised", states().getLast());
    }

    @Test
    void the_desk_remembers_since_when_it_listens_at_each_place() {
        Instant begun = desk.clock.instant();
        assertEquals(begun, desk.delivery.inbound().since(channel, "box-1"));
        desk.clock.forward(Duration.ofDays(1));
        assertEquals(begun, desk.delivery.inbound().since(channel, "box-1"));
        assertEquals(
                begun.plus(Duration.ofDays(1)), desk.delivery.inbound().since(channel, "box-2"));
    }

    @Test
    void a_channel_from_before_places_had_names_goes_on_listening_where_it_did() {
        desk.write(turn ->
                turn.handle()
                        .execute(
                                "INSERT INTO hearing (channel, place_hash, since_at)"
                                        + " VALUES (?, x'', 0)",
                                channel.value()));
        assertEquals(Instant.EPOCH, desk.delivery.inbound().since(channel, "box-1"));
        assertEquals(desk.clock.instant(), desk.delivery.inbound().since(channel, "box-2"));
    }

    @Test
    void a_handler_that_fails_does_not_lose_it() {
        desk.start(
                (_, _, _) -> {},
                (_, _, _, _) -> {
                    throw new IllegalStateException("a fault above");
                });
        desk.delivery.inbound().keep(channel, word("g1", "hello"));
        awaitStates("unrecognised");
        assertTrue(asked.isEmpty());
    }

    @Test
    void what_a_full_disk_kept_from_being_understood_is_understood_when_it_has_room() {
        var full = new AtomicInteger(2);
        desk.start(
                (_, _, _) -> {},
                (_, _, _, _) -> {
                    if (full.getAndDecrement() > 0) {
                        throw new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL);
                    }
                    return true;
                });
        desk.delivery.inbound().keep(channel, word("g1", "123456"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals(List.of("recognised"), states());
    }

    @Test
    void other_words_under_a_number_that_the_gateway_gave_before_are_kept_too() {
        desk.delivery.inbound().keep(channel, word("1", "hello"));
        desk.delivery.inbound().keep(channel, word("1", "they are at the door"));
        assertEquals(2, states().size());
    }

    @Test
    void a_clock_set_back_makes_no_flood_of_what_was_said_before() {
        desk.start();
        for (int i = 0; i < 20; i++) {
            desk.delivery.inbound().keep(channel, from("somebody", "word " + i));
        }
        desk.clock.set(desk.clock.instant().minus(Duration.ofHours(1)));
        desk.delivery.inbound().keep(channel, from("somebody", "they are at the door"));
        await(() -> !states().contains("stored"), () -> "" + states());
        assertEquals("they are at the door", unrecognised().getFirst().word().text());
    }
}
