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

    @Test
    void a_night_without_one_is_told_once_and_not_every_hour() throws IOException {
        var told = new ArrayList<String>();
        var notices =
                new Notices() {
                    @Override
                    public void tell(Sentence what) {
                        told.add(what.key());
                    }

                    @Override
                    public void ring(Sentence what) {
                        told.add("rang " + what.key());
                    }
                };
        Files.delete(target);
        var now = new Instant[] {NIGHT};
        var nightly = new NightlyBackup(plan(ONE), () -> now[0], ZoneId.of("Europe/Riga"), notices);
        for (int minute = 0; minute < 36 * 60; minute += 7) {
            now[0] = NIGHT.plus(Duration.ofMinutes(minute));
            nightly.look();
        }
        assertEquals(
                List.of("cli.backup.target-gone", "cli.backup.target-gone"), told, "two nights");
    }
}
