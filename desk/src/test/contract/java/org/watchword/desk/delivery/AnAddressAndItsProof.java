package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.TestDesk.FINCH;
import static org.watchword.desk.delivery.TestDesk.HERON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.PastTheDesk;

@Timeout(60)
class AnAddressAndItsProof {
    @TempDir Path dir;
    private TestDesk desk;
    private ChannelId channel;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        desk.start();
        channel = desk.channel("hand");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private AddressId added(PersonId person, String value) {
        return desk.write(turn -> {
            var added = desk.delivery.addresses().add(turn, person, channel, value);
            return assertInstanceOf(Addresses.Yes.class, added).id();
        });
    }

    private Address address(AddressId id) {
        return desk.store.read(handle -> desk.delivery.addresses().find(handle, id)).orElseThrow();
    }

    private Proofs.Asked ask(AddressId id) {
        return desk.write(turn ->
                desk.delivery
                        .proofs()
                        .ask(
                                turn,
                                address(id),
                                new Proofs.Way(desk.gateways, java.util.Map.of()),
                                TestGround.ENGLISH));
    }

    /// The code in the newest message that reached this address.
    private String codeAt(String value, int messages) {
        var got = desk.gateways.gateway(channel).got;
        await(
                () -> got.stream().filter(one -> one.address().equals(value)).count() == messages,
                () -> "got " + got.size());
        String text =
                got.stream().filter(one -> one.address().equals(value)).toList().getLast().text();
        return SixDigits.in(text).iterator().next();
    }

    @Test
    void an_address_of_mail_kept_in_capitals_before_is_found_by_a_reply_after_a_start() {
        ChannelId mail = desk.channel("mail");
        var old =
                desk.write(turn ->
                        desk.delivery
                                .addresses()
                                .addProved(turn, TestDesk.HERON, mail, "Heron@quay.example"));
        AddressId id = assertInstanceOf(Addresses.Yes.class, old).id();
        // This one stands there both ways: both stay, and either is found.
        for (String twice : List.of("Finch@quay.example", "finch@quay.example")) {
            desk.write(
                    turn -> desk.delivery.addresses().addProved(turn, TestDesk.FINCH, mail, twice));
        }
        desk.startAgain();
        await(
                () -> address(id).value().equals("heron@quay.example"),
                () -> "kept as before: " + address(id));
        assertEquals(List.of(TestDesk.HERON), found(mail, "heron@quay.example"));
        assertEquals(List.of(TestDesk.FINCH), found(mail, "finch@quay.example"));
        assertTrue(address(id).proved(), "it stays proved");
    }

    private List<PersonId> found(ChannelId on, String sender) {
        return desk.store.read(handle -> desk.delivery.addresses().people(handle, on, sender));
    }

    private String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    private void reply(String sender, String text) {
        desk.delivery
                .inbound()
                .keep(
                        channel,
                        new Inbound.Word(
                                Optional.empty(),
                                Optional.of(sender),
                                Optional.empty(),
                                text,
                                desk.clock.instant()));
        await(() -> stored() == 0, () -> "not understood");
    }

    private long stored() {
        return PastTheDesk.count(desk.store, "inbound WHERE state = 'stored'");
    }

    private Proofs.Tried typed(PersonId who, AddressId id, String code) {
        return desk.write(turn -> desk.delivery.proofs().typed(turn, who, id, code));
    }

    @Test
    void counts_for_nothing_until_a_reply_from_it_holds_the_code() {
        AddressId finch = added(FINCH, "finch");
        assertFalse(address(finch).usable());
        assertEquals(Proofs.Asked.SENT, ask(finch));
        String code = codeAt("finch", 1);
        reply("finch", "hello " + wrong(code));
        assertFalse(address(finch).usable());
        reply("finch", "It is " + code + ". Yours, F.");
        assertTrue(address(finch).usable());
    }

    @Test
    void is_not_proved_by_the_code_from_another_address() {
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        reply("stranger", code);
        reply("heron", code);
        assertFalse(address(finch).proved());
    }

    @Test
    void is_proved_for_whom_the_code_was_meant_when_two_share_it() {
        AddressId finch = added(FINCH, "shared");
        AddressId heron = added(HERON, "shared");
        ask(finch);
        String first = codeAt("shared", 1);
        ask(heron);
        String second = codeAt("shared", 2);
        reply("shared", second);
        assertFalse(address(finch).proved());
        assertTrue(address(heron).proved());
        reply("shared", first);
        assertTrue(address(finch).proved());
    }

    @Test
    void is_proved_by_its_owner_on_a_page_and_by_nobody_else() {
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        assertEquals(Proofs.Tried.NOT_HERS, typed(HERON, finch, code));
        assertEquals(Proofs.Tried.WRONG, typed(FINCH, finch, wrong(code)));
        assertEquals(Proofs.Tried.PROVED, typed(FINCH, finch, code));
        assertTrue(address(finch).usable());
    }

    @Test
    void may_be_guessed_a_few_times_only() {
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        for (int i = 0; i < 5; i++) {
            reply("finch", wrong(code));
        }
        reply("finch", code);
        assertFalse(address(finch).proved());
        assertEquals(Proofs.Tried.ASK_AGAIN, typed(FINCH, finch, code));
    }

    @Test
    void is_not_guessed_by_a_thousand_numbers_in_one_text() {
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        reply("finch", "100001 100002 100003 100004 100005 " + code);
        assertFalse(address(finch).proved());
    }

    @Test
    void gets_a_new_code_in_place_of_the_old_one_and_not_without_end() {
        AddressId finch = added(FINCH, "finch");
        assertEquals(Proofs.Asked.SENT, ask(finch));
        String old = codeAt("finch", 1);
        assertEquals(Proofs.Asked.TOO_SOON, ask(finch));
        desk.clock.forward(Duration.ofMinutes(2));
        assertEquals(Proofs.Asked.SENT, ask(finch));
        String fresh = codeAt("finch", 2);
        reply("finch", old);
        assertFalse(address(finch).proved());
        for (int sent = 2; sent < 5; sent++) {
            desk.clock.forward(Duration.ofMinutes(2));
            assertEquals(Proofs.Asked.SENT, ask(finch));
            // Otherwise several are under way at once, and may arrive in any order.
            codeAt("finch", sent + 1);
        }
        desk.clock.forward(Duration.ofMinutes(2));
        assertEquals(Proofs.Asked.TOO_OFTEN, ask(finch));
        reply("finch", codeAt("finch", 5));
        assertTrue(address(finch).proved());
        assertFalse(fresh.equals(old));
        assertEquals(Proofs.Asked.NOT_NEEDED, ask(finch));
    }

    @Test
    void is_not_proved_by_a_code_of_the_day_before_yesterday() {
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        desk.clock.forward(Duration.ofDays(1));
        reply("finch", code);
        assertFalse(address(finch).proved());
        assertEquals(Proofs.Tried.ASK_AGAIN, typed(FINCH, finch, code));
    }

    @Test
    void is_asked_in_one_short_sentence_where_length_costs() {
        desk.gateways.brief = true;
        AddressId finch = added(FINCH, "finch");
        ask(finch);
        String code = codeAt("finch", 1);
        var got = desk.gateways.gateway(channel).got.getFirst();
        assertEquals("Reply " + code + " to prove that this reaches you.", got.text());
    }

    @Test
    void counts_at_once_where_a_person_goes_and_tells() {
        ChannelId paper = desk.channel("paper");
        desk.write(turn -> desk.delivery.addresses().add(turn, FINCH, paper, "The green door"));
        var mine = desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH));
        assertTrue(mine.getFirst().usable());
    }

    @Test
    void is_added_and_proved_at_once_by_whoever_brings_the_code_he_was_shown() {
        boolean asked = desk.write(turn -> desk.delivery.requests().ask(turn, FINCH, channel));
        assertTrue(asked);
        var open = desk.store.read(handle -> desk.delivery.requests().of(handle, FINCH));
        String code = open.getFirst().code();
        reply("chat-1", wrong(code));
        reply("chat-77", code);
        var mine = desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH));
        assertEquals(List.of("chat-77"), mine.stream().map(Address::value).toList());
        assertTrue(mine.getFirst().usable());
        reply("chat-78", code);
        assertEquals(
                1, desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH)).size());
    }

    @Test
    void is_not_added_by_a_code_that_is_too_old_or_was_guessed_at_too_often() {
        desk.write(turn -> desk.delivery.requests().ask(turn, FINCH, channel));
        var open = desk.store.read(handle -> desk.delivery.requests().of(handle, FINCH));
        String code = open.getFirst().code();
        desk.clock.forward(Duration.ofMinutes(15));
        reply("chat-77", code);
        desk.write(turn -> desk.delivery.requests().ask(turn, FINCH, channel));
        var fresh = desk.store.read(handle -> desk.delivery.requests().of(handle, FINCH));
        for (int i = 0; i < 20; i++) {
            reply("guess-" + i, wrong(fresh.getFirst().code()));
        }
        reply("chat-77", fresh.getFirst().code());
        assertEquals(
                List.of(), desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH)));
    }
}
