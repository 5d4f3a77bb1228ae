package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.membership.AccountNumber;

/// Soyka asks for what could silence somebody, or whoever holds her telephone does.
class WhatWaitsOfWhoIsShutOut {
    private final HandClock clock = new HandClock(Instant.now());
    private final List<String> made = new CopyOnWriteArrayList<>();

    @TempDir private Path directory;

    @Test
    void lapses_when_its_time_comes() throws InterruptedException {
        try (var desk = RoughDesk.by(clock, directory)) {
            var wren = desk.signedIn(RoughDesk.WREN);
            desk.furnish(wren);
            FilesOfRoughDesk.begin(desk, wren, desk.signedIn(RoughDesk.SOYKA));
            desk.rooms().changes().know(new Quiet());
            asks(desk, RoughDesk.SOYKA, "hers");
            asks(desk, RoughDesk.WREN, "another's");
            var soyka = new AccountNumber(desk.person(RoughDesk.SOYKA));
            FilesOfRoughDesk.stands(desk.rooms().ledger().members().shutOut(soyka));
            clock.pass(Duration.ofHours(25));
            for (int i = 0; i < 200 && waiting(desk) > 0; i++) {
                Thread.sleep(50);
            }
            assertEquals(0, waiting(desk));
            assertEquals(List.of("another's"), made);
        }
    }

    private void asks(RoughDesk desk, String who, String what) {
        var by = new PersonId(desk.person(who));
        var asked =
                desk.rooms()
                        .store()
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        desk.rooms()
                                                .changes()
                                                .ask(turn, by, new Quiet(), Map.of("what", what)));
        assertInstanceOf(Asked.Waits.class, asked);
    }

    private static int waiting(RoughDesk desk) {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT count(*) FROM pending_change"
                                                + " WHERE kind = 'quiet' AND state = 'waiting'")
                                .mapTo(Integer.class)
                                .one());
    }

    /// Notes what was made.
    private final class Quiet implements Silencing {
        @Override
        public String kind() {
            return "quiet";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            made.add(what.getOrDefault("what", ""));
            return true;
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return "";
        }
    }
}
