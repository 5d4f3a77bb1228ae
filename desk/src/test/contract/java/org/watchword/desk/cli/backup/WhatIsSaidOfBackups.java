package org.watchword.desk.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;

class WhatIsSaidOfBackups {
    private static final Instant NIGHT = Instant.parse("2021-02-04T02:10:00Z");
    private static final TimeWords TIMES = new TimeWords(ZoneId.of("UTC"), new Language("en"));
    private static final String ONE = "age1" + "q".repeat(58);
    private static final String TWO = "age1" + "p".repeat(58);

    @TempDir private Path desk;
    @TempDir private Path target;

    private Plan plan(String... recipients) {
        return new Plan(desk, target, List.of(recipients));
    }

    private static BackupStatus status(Plan plan, Instant now) {
        return new BackupStatus(Optional.of(plan), InstantSource.fixed(now));
    }

    private static Set<String> toMend(BackupStatus status) {
        return status.lines(TIMES).stream()
                .filter(line -> !line.well())
                .map(line -> line.says().key())
                .collect(Collectors.toSet());
    }

    private void written(Plan plan, boolean sameDisk) {
        new Kept(desk).wentWell(NIGHT, new Kept.Good(NIGHT, "one.age", plan.mark(), sameDisk));
    }

    @Test
    void the_tick_holds_only_after_a_drill_with_the_keys_of_today_and_a_backup_of_tonight() {
        Plan plan = plan(ONE, TWO);
        Instant morning = NIGHT.plus(Duration.ofHours(6));
        assertFalse(
                new BackupStatus(Optional.empty(), InstantSource.fixed(NIGHT)).tick(TIMES).well());
        assertEquals("cli.backup.status.not-yet", status(plan, morning).tick(TIMES).says().key());
        written(plan, false);
        assertEquals("cli.backup.status.no-drill", status(plan, morning).tick(TIMES).says().key());
        new Kept(desk).drilled(new Kept.Drill(NIGHT, NIGHT, plan.mark()));
        assertTrue(status(plan(TWO, ONE), morning).tick(TIMES).well(), "in any order");
        assertFalse(status(plan(ONE), morning).tick(TIMES).well(), "other keys");
        assertFalse(status(plan, NIGHT.plus(Duration.ofHours(40))).tick(TIMES).well(), "too old");
        new Kept(desk).failed(morning, "cli.backup.target-gone");
        assertEquals("cli.backup.target-gone", status(plan, morning).tick(TIMES).says().key());
        var later = NIGHT.plus(Duration.ofDays(93));
        new Kept(desk).wentWell(later, new Kept.Good(later, "two.age", plan.mark(), false));
        assertEquals("cli.backup.status.drill-old", status(plan, later).tick(TIMES).says().key());
    }

    @Test
    void how_old_the_newest_is_stands_on_the_board_whether_it_is_well_or_not() {
        Plan plan = plan(ONE, TWO);
        assertEquals(
                Optional.empty(),
                new BackupStatus(Optional.empty(), InstantSource.fixed(NIGHT)).age(TIMES));
        written(plan, false);
        var fresh = status(plan, NIGHT.plus(Duration.ofHours(6))).age(TIMES).orElseThrow();
        assertTrue(fresh.well());
        assertEquals(TIMES.dayAndMinute(NIGHT), fresh.says().gaps().get("made"));
        assertFalse(status(plan, NIGHT.plus(Duration.ofHours(40))).age(TIMES).orElseThrow().well());
    }

    @Test
    void one_key_the_same_disk_and_backups_kept_too_long_are_findings() throws IOException {
        written(plan(ONE), true);
        Path old = Files.createFile(target.resolve("2020-12-01T02-10-00Z.backup.age"));
        Files.setLastModifiedTime(old, FileTime.from(NIGHT.minus(Duration.ofDays(31))));
        assertEquals(
                Set.of(
                        "cli.backup.status.one-recipient",
                        "cli.backup.status.no-drill",
                        "cli.backup.status.same-disk",
                        "cli.backup.status.old-ones"),
                toMend(status(plan(ONE), NIGHT)));
    }

    @Test
    void nobody_who_could_open_one_is_said_once() {
        new Kept(desk).failed(NIGHT, "cli.backup.no-recipient");
        var said = status(plan(), NIGHT).lines(TIMES).stream().map(line -> line.says().key());
        assertEquals(
                List.of("cli.backup.no-recipient", "cli.backup.status.no-drill"), said.toList());
    }

    @Test
    void files_that_are_not_in_their_form_count_as_none() throws IOException {
        Files.writeString(desk.resolve(Kept.LAST), "tried-at: yesterday\nwhy: \0\n");
        Files.write(desk.resolve(Kept.DRILL), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(
                Set.of("cli.backup.status.not-yet", "cli.backup.status.no-drill"),
                toMend(status(plan(ONE, TWO), NIGHT)));
        Files.writeString(desk.resolve(Kept.LAST), "tried-at: " + NIGHT + "\nwhy: of.later\n");
        assertTrue(toMend(status(plan(ONE, TWO), NIGHT)).contains("cli.backup.desk-unreadable"));
    }

    private void slotsOf(Instant... nights) throws IOException {
        for (Instant night : nights) {
            Files.createFile(target.resolve(Night.name(night) + ".slots.age"));
        }
    }

    @Test
    void slots_are_due_seven_days_after_a_drill_opened_newer_ones_however_often_one_is_done()
            throws IOException {
        Plan plan = plan(ONE, TWO);
        written(plan, false);
        Instant next = NIGHT.plus(Duration.ofDays(1));
        slotsOf(NIGHT, next);
        assertTrue(says(next).contains("cli.backup.status.slots-undrilled"));
        for (int day = 1; day <= 7; day++) {
            Instant then = NIGHT.plus(Duration.ofDays(day));
            assertFalse(says(then).contains("cli.backup.status.slots-due"), "on day " + day);
            new Kept(desk).drilled(new Kept.Drill(then, then, plan.mark()));
        }
        Instant due = next.plus(Duration.ofDays(7));
        assertFalse(says(due.minusSeconds(1)).contains("cli.backup.status.slots-due"));
        assertTrue(says(due).contains("cli.backup.status.slots"), "how old the oldest is");
        var overdue =
                status(plan, due).lines(TIMES).stream()
                        .filter(line -> line.says().key().equals("cli.backup.status.slots-due"))
                        .findFirst()
                        .orElseThrow();
        assertFalse(overdue.well());
        assertEquals(Night.name(NIGHT) + ".slots.age", overdue.says().gaps().get("names"));
        Files.delete(target.resolve(Night.name(NIGHT) + ".slots.age"));
        assertFalse(says(due).contains("cli.backup.status.slots-due"), "it was destroyed");
        assertTrue(
                says(due.plus(Duration.ofDays(1))).contains("cli.backup.status.slots-due"),
                "the next");
    }

    private Set<String> says(Instant now) {
        return status(plan(ONE, TWO), now).lines(TIMES).stream()
                .map(line -> line.says().key())
                .collect(Collectors.toSet());
    }

    @Test
    void more_drills_than_anybody_does_put_nothing_off() {
        var proofs = new Proofs(List.of());
        for (int minute = 0; minute < 200; minute++) {
            Instant then = NIGHT.plus(Duration.ofMinutes(minute));
            proofs = Proofs.read(proofs.with(new Proofs.Proof(then, then)).written());
        }
        assertEquals(Proofs.MOST, proofs.all().size());
        assertEquals(Optional.of(NIGHT.plus(Proofs.STAY)), proofs.due(NIGHT.minusSeconds(1)));
        for (int day = 1; day < 100; day++) {
            Instant then = NIGHT.plus(Duration.ofDays(day));
            proofs = proofs.with(new Proofs.Proof(then, then));
        }
        assertEquals(8, proofs.all().size(), "a week, and the one that counts already");
        assertEquals(new Proofs(List.of()), Proofs.read("yesterday/today"));
    }

    /// Who is told, and who is rung.
    private static final class Told implements Notices {
        final List<String> all = new ArrayList<>();

        @Override
        public void tell(Sentence what) {
            all.add(what.key());
        }

        @Override
        public void ring(Sentence what) {
            all.add("rang " + what.key());
        }
    }

    @Test
    void after_36_hours_without_a_good_one_somebody_is_rung_once_until_one_goes_well()
            throws IOException {
        written(plan(ONE), false);
        Files.delete(target);
        var told = new Told();
        var now = new Instant[] {NIGHT};
        for (int start = 0; start < 2; start++) {
            var nightly = new NightlyBackup(plan(ONE), () -> now[0], ZoneId.of("UTC"), told);
            for (int minute = 0; minute < 30 * 60; minute += 7) {
                now[0] = now[0].plus(Duration.ofMinutes(7));
                boolean rang = told.all.contains("rang cli.backup.rings");
                nightly.look();
                boolean late = now[0].isAfter(NIGHT.plus(BackupStatus.OLD));
                assertEquals(late, told.all.contains("rang cli.backup.rings") || rang, "" + now[0]);
            }
        }
        assertEquals(1, told.all.stream().filter("rang cli.backup.rings"::equals).count());
        new Kept(desk).wentWell(now[0], new Kept.Good(now[0], "two.age", "", false));
        now[0] = now[0].plus(Duration.ofHours(37));
        new NightlyBackup(plan(ONE), () -> now[0], ZoneId.of("UTC"), told).look();
        assertEquals(2, told.all.stream().filter("rang cli.backup.rings"::equals).count());
    }

    @Test
    void where_none_ever_went_well_the_first_failure_is_what_it_is_counted_from() {
        new Kept(desk).failed(NIGHT, "cli.backup.target-gone");
        new Kept(desk).failed(NIGHT.plus(Duration.ofHours(30)), "cli.backup.target-gone");
        Kept.Last last = new Kept(desk).last().orElseThrow();
        assertFalse(Nights.isTooLong(last, NIGHT.plus(BackupStatus.OLD)));
        assertTrue(Nights.isTooLong(last, NIGHT.plus(BackupStatus.OLD).plusSeconds(1)));
    }

    @Test
    void a_night_without_one_is_told_once_and_not_every_hour() throws IOException {
        var told = new Told();
        Files.delete(target);
        var now = new Instant[] {NIGHT};
        var nightly = new NightlyBackup(plan(ONE), () -> now[0], ZoneId.of("Europe/Riga"), told);
        for (int minute = 0; minute < 36 * 60; minute += 7) {
            now[0] = NIGHT.plus(Duration.ofMinutes(minute));
            nightly.look();
        }
        assertEquals(
                List.of("cli.backup.target-gone", "cli.backup.target-gone"),
                told.all,
                "two nights");
    }
}
