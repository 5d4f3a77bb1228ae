package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.store.PastTheDesk;

/// Rows of long ago beside those of now, and what is left of them after the desk has forgotten.
class WhatNobodyNeedsAnyMore {
    private static final Settings SETTINGS =
            new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "localhost", 0);

    @TempDir private Path dir;
    private Desk desk;

    @BeforeEach
    void a_team_and_three_code_names() {
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(dir);
        desk = Wiring.desk(taken.directory(), SETTINGS, Surroundings.real());
        sql(
                "INSERT INTO role VALUES ('duty', 1, x'01', 'answer')",
                """
                INSERT INTO person (id, name, name_hash, language, active, slots, left_at) VALUES
                    (1, x'01', x'01', 'en', 1, x'01', NULL), (2, x'01', x'02', 'en', 0, x'01', 9),
                    (3, x'01', x'03', 'en', 0, x'01', NOW)\
                """,
                """
                INSERT INTO codename (id, name, name_hash, plan, made_at, retired_at) VALUES
                    (1, x'01', x'01', x'01', 0, NULL), (2, x'01', x'02', x'01', 0, 9),
                    (3, x'01', x'03', x'01', 0, NULL)\
                """,
                """
                INSERT INTO watch (id, label, schedule, reminder_seconds, grace_seconds, anyone,
                    drill, state, edition, generation, touched_at, made_at, ended_at) VALUES
                    (1, x'01', x'01', 0, 0, 0, 0, 'ended', 0, 0, 0, 0, 9),
                    (2, x'01', x'01', 0, 0, 0, 0, 'draft', 0, 0, 0, 0, NULL)\
                """,
                "INSERT INTO watch_codename (watch_id, codename_id) VALUES (1, 1), (2, 3)",
                """
                INSERT INTO alarm (id, kind, ladder_id, since_at, raised_at, state, step, round,
                    reached, generation, touched_at, closed_at) VALUES
                    (1, 'silence', 0, 0, 0, 'closed', 0, 1, 0, 1, 0, 9),
                    (2, 'silence', 0, 0, 0, 'held', 0, 1, 0, 1, 0, NULL)\
                """);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void sql(String... statements) {
        String now = "" + System.currentTimeMillis();
        for (String statement : statements) {
            int _ = PastTheDesk.execute(desk.rooms().store(), statement.replace("NOW", now));
        }
    }

    /// The numbers of the rows for which something holds.
    private String rows(String table, String where) {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT coalesce(group_concat(id, ' '), '') FROM (SELECT id"
                                                + (" FROM " + table + " WHERE " + where)
                                                + " ORDER BY id)")
                                .mapTo(String.class)
                                .one());
    }

    private void forget() {
        var forgetting = desk.rooms().forgetting();
        forgetting.start();
        await(forgetting::isIdle, () -> "it still forgets");
    }

    @Test
    void is_what_one_shift_wrote_for_the_next() {
        sql(
                "INSERT INTO handover_note VALUES (1, 'duty', 1, x'01', 9), (2, 'duty', 1, x'01', NOW)");
        forget();
        assertEquals("2", rows("handover_note", "true"));
    }

    @Test
    void is_what_was_done_to_watches_and_which_silences_rang() {
        sql(
                """
                INSERT INTO watch_log (id, watch_id, at, kind, text)
                VALUES (1, 1, 9, 'paused', x'01'), (2, 1, NOW, 'paused', x'01')\
                """,
                "INSERT INTO watch_firing VALUES (1, 1, 0, 0, 9, 1, NULL, 1)",
                "INSERT INTO watch_firing VALUES (1, 2, 0, 0, 9, 1, NULL, 2)",
                "INSERT INTO watch_firing VALUES (1, 3, 0, 0, NOW, 1, NULL, 1)");
        forget();
        assertEquals("2", rows("watch_log", "true"));
        assertEquals("2 3", rows("(SELECT generation AS id FROM watch_firing)", "true"));
    }

    @Test
    void is_what_a_watch_was_called_and_when_it_awaited_somebody() {
        forget();
        assertEquals("1", rows("watch", "length(label) = 0 AND length(schedule) = 0"));
        assertEquals("2", rows("watch", "length(label) > 0 AND length(schedule) > 0"));
    }

    @Test
    void is_for_whom_a_code_was_made_and_one_that_ran_out_never_counts_again() {
        sql(
                """
                INSERT INTO invitation (id, code_hash, label, made_at, ends_at, used_at, person,
                    revoked_at) VALUES
                    (1, x'01', x'01', 0, 9, 5, 1, NULL), (2, x'02', x'01', 0, 9, NULL, NULL, NULL),
                    (3, x'03', x'01', 0, 9, NULL, NULL, 5), (4, x'04', x'01', 0, NOW, NULL, NULL, NULL)\
                """);
        forget();
        assertEquals("1 2 3", rows("invitation", "length(label) = 0"));
        assertEquals("2 3", rows("invitation", "revoked_at IS NOT NULL"));
        assertEquals("1", rows("invitation", "used_at = 5 AND person = 1"));
    }

    @Test
    void is_what_only_somebody_could_answer_whose_watch_has_ended_or_who_was_retired() {
        sql(
                """
                INSERT INTO proof_question (id, codename_id, nth, question, answer_hash, set_at)
                VALUES (1, 1, 1, x'01', x'01', 5), (2, 1, 2, x'01', x'01', 12),
                    (3, 2, 1, x'01', x'01', 5), (4, 3, 1, x'01', x'01', 5)\
                """);
        forget();
        assertEquals("2 4", rows("proof_question", "true"), "set later, or watched");
        assertEquals("1 3", rows("codename", "plan IS NOT NULL"), "the card of who was retired");
    }

    @Test
    void is_kept_while_an_alarm_about_that_person_is_open() {
        sql(
                "INSERT INTO alarm_codename VALUES (2, 1, 0, 0, NULL, NULL)",
                """
                INSERT INTO proof_question (id, codename_id, nth, question, answer_hash, set_at)
                VALUES (1, 1, 1, x'01', x'01', 5)\
                """);
        forget();
        assertEquals("1", rows("proof_question", "true"));
    }

    @Test
    void is_where_somebody_was_reached_who_left_or_was_retired() {
        sql(
                "INSERT INTO channel VALUES (1, x'01', 'paper', x'01', 0, 1)",
                """
                INSERT INTO address (id, person, channel, address, address_hash, position) VALUES
                    (1, 1, 1, x'01', x'01', 0), (2, 2, 1, x'01', x'02', 0),
                    (3, 3, 1, x'01', x'03', 0)\
                """,
                """
                INSERT INTO contact (id, codename_id, channel, language, address, address_hash,
                    made_at) VALUES
                    (1, 1, 1, 'en', x'01', x'01', 5), (2, 2, 1, 'en', x'01', x'02', 5),
                    (3, 3, 1, 'en', x'01', x'03', 5)\
                """);
        forget();
        assertEquals("1 3", rows("address", "true"), "of the team, and left a moment ago");
        assertEquals("3", rows("contact", "true"));
    }
}
