package org.watchword.bench;

import java.time.Duration;
import java.util.List;

/// How much is measured.
///
/// @param armed timers in each system while people check in
/// @param checkingIn for so many of them
/// @param clients who check in at once, several figures
/// @param warmUp of each figure, not counted
/// @param window of each figure
/// @param due so many spread over `span`
/// @param atOnce so many at one instant
/// @param many on one desk
/// @param alarms raised at once over gateways
/// @param strangers who try passphrases
/// @param pages that somebody opens meanwhile
/// @param megabytes of a file that is sealed
/// @param streamed megabytes through pipes
/// @param entries of a case that is opened
record Effort(
        int rounds,
        int armed,
        int checkingIn,
        List<Integer> clients,
        Duration warmUp,
        Duration window,
        int due,
        Duration span,
        int atOnce,
        int many,
        int alarms,
        int strangers,
        int pages,
        int megabytes,
        int streamed,
        int entries) {

    /// As it is written down. Each round spreads a fifth of 20,000 over a fifth of a minute.
    static Effort whole(int rounds) {
        return new Effort(
                rounds,
                10_000,
                2_000,
                List.of(1, 8, 64, 512),
                Duration.ofMillis(300),
                Duration.ofMillis(800),
                4_000,
                Duration.ofSeconds(12),
                20_000,
                1_000_000,
                20,
                64,
                100,
                1_000,
                10_000,
                10_000);
    }

    /// The same clients, each for so short a time that it counts for nothing: code is compiled.
    Effort warmingUp() {
        return new Effort(
                1,
                armed,
                checkingIn,
                clients,
                warmUp,
                window.dividedBy(4),
                due,
                span,
                atOnce,
                many,
                alarms,
                strangers,
                pages,
                megabytes,
                streamed,
                entries);
    }

    /// So little that only whether it runs can be told.
    static Effort tiny() {
        return new Effort(
                1,
                120,
                64,
                List.of(1, 8),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                30,
                Duration.ofMillis(600),
                50,
                300,
                2,
                4,
                3,
                4,
                8,
                100);
    }
}
