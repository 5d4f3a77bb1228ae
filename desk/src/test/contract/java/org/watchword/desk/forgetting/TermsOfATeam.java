package org.watchword.desk.forgetting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Writer.Lane;

class TermsOfATeam {
    private static final Instant NOW = Instant.parse("2021-02-04T12:00:00Z");

    @TempDir Path dir;

    private static RetentionRows.Set set(TeamOnDisk team, Instant now) {
        return team.store.read(handle -> RetentionRows.read(handle, now));
    }

    private static void choose(TeamOnDisk team, Retention chosen, Instant now) {
        boolean _ =
                team.store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    RetentionRows.write(turn, chosen, new PersonId(1), now);
                                    return true;
                                });
    }

    @Test
    void are_the_usual_ones_until_somebody_sets_others() {
        try (var team = new TeamOnDisk(dir, NOW)) {
            assertEquals(Retention.USUAL, set(team, NOW).now());
        }
    }

    @Test
    void count_at_once_when_they_are_longer_and_a_day_later_when_they_are_shorter() {
        try (var team = new TeamOnDisk(dir, NOW)) {
            choose(team, new Retention(90, 90), NOW);
            assertEquals(new Retention(90, 90), set(team, NOW).now());
            choose(team, new Retention(2, 90), NOW);
            assertEquals(new Retention(90, 90), set(team, NOW).now());
            assertEquals(Optional.of(NOW.plus(Duration.ofDays(1))), set(team, NOW).from());
            Instant nearly = NOW.plus(Duration.ofHours(23));
            choose(team, new Retention(2, 1), nearly);
            assertEquals(new Retention(90, 90), set(team, nearly).now(), "nothing in between");
            Instant later = nearly.plus(Duration.ofDays(1));
            assertEquals(new Retention(2, 1), set(team, later).now());
            assertEquals(Optional.empty(), set(team, later).from());
        }
    }

    @Test
    void are_the_same_after_a_new_start() {
        try (var team = new TeamOnDisk(dir, NOW)) {
            choose(team, new Retention(20, 40), NOW);
        }
        try (var team = new TeamOnDisk(dir, NOW)) {
            assertEquals(new Retention(20, 40), set(team, NOW).now());
        }
    }
}
