package org.watchword.story.simulation;

import java.util.Set;
import org.watchword.desk.Desk;

/// What somebody who holds the key sees from time to time: no message lies with nobody, and a desk
/// that cannot write says so.
final class LookingIn {
    private final World world;
    private Set<String> underway = Set.of();
    private long lookedAt;
    private boolean refused;

    LookingIn(World world) {
        this.world = world;
    }

    /// A message that is being handed over now and was so at the last look, in the same try, lies
    /// with nobody: no gateway is waited for that long.
    void nothingIsStuck() {
        Set<String> now = world.ask(LookingIn::sending).orElse(Set.of());
        boolean oneLife = world.uptime.isUp() && world.uptime.since() <= lookedAt;
        long minutes = (world.clock.millis() - lookedAt) / 60_000;
        if (oneLife && minutes >= 10 && now.stream().anyMatch(underway::contains)) {
            world.oracle.violated(
                    "nothing-is-stuck",
                    "a message has been handed over for " + minutes + " minutes: " + now);
        }
        underway = now;
        lookedAt = world.clock.millis();
    }

    private static Set<String> sending(Desk.Rooms rooms) {
        return rooms.store()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT id || ', try ' || attempts FROM message"
                                                + " WHERE state = 'sending'")
                                .mapTo(String.class)
                                .set());
    }

    /// The disk did not take a turn: soon somebody is rung about it, and the desk's health is red.
    void refused() {
        if (refused) {
            return;
        }
        refused = true;
        tellsItsTrouble();
        long from = world.clock.millis();
        world.oracle.expect(
                "a-full-disk-says-so",
                "the disk was full at " + Happening.time(from) + " and nobody was told",
                30_000,
                () -> saysFull(from),
                () -> !world.isFull());
    }

    /// The desk tells what troubles it, which is news to whoever is on it already: what nobody has
    /// looked at in a while rings again.
    void tellsItsTrouble() {
        world.oracle.doubtful(alarm -> alarm.deskTrouble);
    }

    void hasRoom() {
        refused = false;
    }

    private boolean saysFull(long from) {
        boolean rung =
                world.oracle.alarms().stream()
                        .filter(alarm -> alarm.deskTrouble)
                        .anyMatch(alarm -> alarm.open() || alarm.lastTry >= from);
        return rung && world.ask(rooms -> rooms.store().isFull()).orElse(false);
    }
}
