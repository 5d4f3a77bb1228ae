package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.slot.AccountKeys;

/// Somebody whom no chain let in is shut out.
class ShutOutByTheRow {
    @TempDir Path directory;

    private boolean isKnown = true;

    /// Else nobody could let him in again, and he may be the one who looks after people.
    @Test
    void counts_while_it_is_known_who_belongs() {
        try (var team = new TeamOnDisk(directory, Instant.EPOCH)) {
            var duty = team.role("duty", "answer");
            var wren = team.join("Wren", duty);
            var finch = team.join("Finch", duty);
            team.accounts.ask(new AChain());
            var _ =
                    team.store
                            .writer()
                            .write(
                                    Lane.FIRST,
                                    turn -> {
                                        team.accounts
                                                .shutOutByRow()
                                                .shutOut(turn, finch, team.clock.instant());
                                        return finch;
                                    });
            assertEquals(List.of(wren), members(team));
            isKnown = false;
            assertEquals(List.of(wren, finch), members(team));
        }
    }

    private static List<PersonId> members(TeamOnDisk team) {
        return team.store.read(team.accounts.people()::members).stream().map(Member::id).toList();
    }

    /// A room above that shuts out nobody itself.
    private final class AChain implements Belonging {
        @Override
        public Predicate<PersonId> shutOut(Handle rows) {
            return person -> false;
        }

        @Override
        public boolean isKnown(Handle rows) {
            return isKnown;
        }

        @Override
        public void opened(PersonId person, AccountKeys keys) {
            // nobody opens any
        }
    }
}
