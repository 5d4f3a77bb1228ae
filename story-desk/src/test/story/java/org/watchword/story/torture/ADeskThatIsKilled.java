package org.watchword.story.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.desk.basis.Language;
import picocli.CommandLine;

/// The torture as a user runs it, with few rounds. The long form is `torture --rounds 1000`.
class ADeskThatIsKilled {
    @TempDir private Path place;

    private final StringWriter said = new StringWriter();

    private int torture(String... arguments) {
        var command = new TortureCommand(InstantSource.system(), new Language("en"));
        return new CommandLine(command).setOut(new PrintWriter(said)).execute(arguments);
    }

    @Test
    void twenty_rounds_lose_nothing_miss_nobody_and_double_nothing_silently() throws Exception {
        Path log = place.resolve("log");
        int status = torture("--rounds", "20", "--seed", "1", "--log", log.toString());
        assertEquals(0, status, said.toString());
        String figures = Files.readString(log);
        for (String line :
                new String[] {"rounds 20", "lost 0", "missed 0", "doubles 0", "seed 1"}) {
            assertTrue(figures.lines().anyMatch(line::equals), line + " in\n" + figures);
        }
        assertTrue(figure(figures, "kills") >= 17, figures);
        assertTrue(figure(figures, "acknowledged") >= 20, figures);
        assertTrue(figure(figures, "messages") >= 20, figures);
    }

    private static int figure(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_before_its_commit_is_found() {
        finds("lost-ack", "kill", "Seed 7, round ");
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({"silent-double, delivery", "forget-sending, delivery"})
    void a_plant_is_found_with_seed_and_round(String plant, String upset) {
        // A desk with a plant may show it by more than one sign, and the first ends the run.
        finds(plant, upset, "Seed 7, round ");
    }

    @Test
    @Tag("strace")
    @Tag("long")
    void a_commit_that_does_not_wait_for_the_disk_is_found() {
        finds("synchronous-normal", "power", "After power loss");
    }

    private void finds(String plant, String upset, String found) {
        int status = torture("--rounds", "20", "--seed", "7", "--plant", plant, "--only", upset);
        assertEquals(1, status, said.toString());
        String line =
                said.toString()
                        .lines()
                        .filter(l -> l.contains(found))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(said.toString()));
        assertTrue(line.matches("Seed 7, round \\d+: .*"), line);
    }

    @Test
    void what_it_does_not_know_is_wrong_use() {
        assertEquals(2, torture("--plant", "nothing-like-it"));
        assertEquals(2, torture("--only", "nothing-like-it"));
        assertEquals(2, torture("--rounds", "0"));
        assertEquals(2, torture("--rounds", "many"));
        assertEquals(0, torture("--list-plants"));
        assertTrue(said.toString().contains("silent-double"), said.toString());
    }
}
