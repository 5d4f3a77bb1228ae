package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.SealedNeedles;
import org.watchword.desk.watch.CodenameId;

@Timeout(60)
class WordsLongSaid {
    @TempDir Path dir;
    private WordDesk desk;
    private Forgetting forgetting;
    private CodenameId alder;

    @BeforeEach
    void found() {
        desk = WordDesk.founded(dir);
        alder = desk.codename("Alder");
        forgetting = new Forgetting(desk.team.store, desk.clock(), desk.words.forgets());
    }

    @AfterEach
    void close() {
        forgetting.close();
        desk.close();
    }

    private void forget() {
        forgetting.start();
        await(forgetting::isIdle, () -> "it still forgets");
        await(desk.team.store::isIdle, () -> "the store is busy");
    }

    private List<String> days() {
        return desk.team.store.read(handle ->
                handle.createQuery("SELECT day || ' ' || way || ' ' || count FROM check_in_day")
                        .mapTo(String.class)
                        .list());
    }

    private long count(String table) {
        return PastTheDesk.count(desk.team.store, table);
    }

    @Test
    void become_a_count_for_each_day_and_way_and_nothing_else() {
        Card card = desk.card(alder);
        for (int i = 0; i < 60; i++) {
            desk.door(card.sign(), card.ok());
        }
        desk.door("nobody", "nothing");
        desk.clock().pass(Duration.ofDays(13));
        desk.door(card.sign(), card.ok());
        var said = SealedNeedles.of(desk.team.store, List.of("check_in.said", "check_in.meant"));
        desk.clock().pass(Duration.ofDays(2));
        forget();
        assertEquals(List.of("18662 0 61"), days());
        assertEquals(1, count("check_in"));
        assertEquals(0, count("unknown_word"));
        var gone =
                said.without(
                        SealedNeedles.of(
                                desk.team.store, List.of("check_in.said", "check_in.meant")));
        assertEquals(122, gone.count());
        await(() -> gone.foundIn(dir) == 0, () -> gone.foundIn(dir) + " are left");
    }

    @Test
    void of_former_residents_the_numbers_go_and_of_no_others() {
        CodenameId birch = desk.codename("Birch");
        CodenameId rowan = desk.codename("Rowan");
        CodenameId elm = desk.codename("Elm");
        ChannelId sms = desk.channel("SMS");
        for (var who : List.of(alder, birch, rowan, elm)) {
            desk.contact(who, sms, "+999 555 010" + who.value());
        }
        watch(1, alder, "ended");
        watch(2, birch, "ended");
        watch(3, birch, "paused");
        watch(4, elm, "ended");
        openAlarm(elm);
        desk.clock().pass(Duration.ofMinutes(1));
        desk.contact(alder, sms, "+999 555 0198");
        var numbers = SealedNeedles.of(desk.team.store, List.of("contact.address"));
        forget();
        assertEquals(
                List.of("+999 555 0198"),
                desk.team.store.read(handle -> desk.words.contacts().of(handle, alder)).stream()
                        .map(Contact::address)
                        .toList(),
                "what was written down after the end is for another watch");
        for (var who : List.of(birch, rowan, elm)) {
            assertEquals(
                    1,
                    desk.team.store.read(handle -> desk.words.contacts().of(handle, who)).size());
        }
        var gone = numbers.without(SealedNeedles.of(desk.team.store, List.of("contact.address")));
        assertEquals(1, gone.count());
        await(() -> gone.foundIn(dir) == 0, () -> "the number is still there");
    }

    private void watch(long id, CodenameId about, String state) {
        execute(
                """
                INSERT INTO watch (id, label, schedule, reminder_seconds, grace_seconds, anyone,
                    drill, state, edition, generation, touched_at, made_at, ended_at)
                VALUES (?, x'', x'', 0, 0, 0, 0, ?, 0, 0, 0, 0, ?)\
                """,
                id,
                state,
                state.equals("ended") ? desk.clock().millis() : null);
        execute(
                "INSERT INTO watch_codename (watch_id, codename_id) VALUES (?, ?)",
                id,
                about.value());
    }

    private void openAlarm(CodenameId about) {
        execute(
                """
                INSERT INTO alarm (id, kind, ladder_id, since_at, raised_at, state, step, round,
                    reached, generation, touched_at)
                VALUES (99, 'call', 0, 0, 0, 'held', 0, 1, 0, 1, 0)\
                """);
        execute(
                """
                INSERT INTO alarm_codename (alarm_id, codename_id, since_at, joined_at)
                VALUES (99, ?, 0, 0)\
                """,
                about.value());
    }

    private void execute(String sql, @Nullable Object... values) {
        assertEquals(1, PastTheDesk.execute(desk.team.store, sql, values));
    }
}
