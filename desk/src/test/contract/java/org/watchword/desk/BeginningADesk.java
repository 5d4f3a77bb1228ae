package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.cli.SettingsFile;

class BeginningADesk {
    static final String ANSWERS =
            """
            name: Harbour
            zone: Europe/Moscow
            language: en
            reach: loopback
            staff:
              host: 127.0.0.1
              port: %d
            door:
              host: door.localhost
              port: 0
            """;
    private static final Pattern CODE = Pattern.compile("(?m)^  ((?:[a-z]+ ){7}[a-z]+)$");

    @TempDir Path dir;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private PrintStream out;
    private PrintStream err;

    @BeforeEach
    void listen() {
        out = System.out;
        err = System.err;
        var both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    static List<String> codes(String printed) {
        return CODE.matcher(printed).results().map(found -> found.group(1)).toList();
    }

    private Path answers() throws IOException {
        return Files.writeString(dir.resolve("answers.yaml"), ANSWERS.formatted(8600));
    }

    private int init(Path place, String... more) throws IOException {
        var line = new java.util.ArrayList<String>();
        line.add("init");
        line.add(place.toString());
        line.addAll(List.of(more));
        return Watchword.run(line.toArray(String[]::new));
    }

    @Test
    void makes_a_whole_directory_and_prints_a_code_for_each_founder() throws IOException {
        Path place = dir.resolve("harbour");
        int status = init(place, "--answers", answers().toString(), "--founders", "5");
        assertEquals(0, status, said());
        assertEquals(5, codes(said()).stream().distinct().count(), said());
        assertTrue(said().contains("http://127.0.0.1:8600/join"), said());
        assertEquals("rwx------", permissions(place));
        assertEquals("rw-------", permissions(place.resolve("watch.key")));
        assertInstanceOf(SettingsFile.Read.Good.class, SettingsFile.in(place, Wiring.spoken()));
        assertEquals(List.of("answers.yaml", "harbour"), inside(dir));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> inside(Path path) throws IOException {
        try (var all = Files.list(path)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writes_roles_and_a_ladder_that_reaches_somebody_beside_the_one_on_duty()
            throws IOException {
        Path place = dir.resolve("harbour");
        init(place, "--answers", answers().toString());
        var settings =
                assertInstanceOf(
                                SettingsFile.Read.Good.class,
                                SettingsFile.in(place, Wiring.spoken()))
                        .settings();
        try (var looking = Wiring.lookAt(place, settings)) {
            var roles = looking.rooms().store().read(looking.rooms().accounts().people()::roles);
            assertTrue(roles.getFirst().capabilities().containsAll(Capability.ALL));
            var ladders = looking.rooms().watch().ladders().all();
            assertEquals(1, ladders.size());
            assertTrue(ladders.getFirst().isDefault());
            assertEquals(2, ladders.getFirst().steps().size());
            assertEquals(2, ladders.getFirst().steps().getLast().targets().size());
        }
    }

    @Test
    void nothing_is_made_where_something_lies() throws IOException {
        Path place = Files.createDirectory(dir.resolve("harbour"));
        Files.writeString(place.resolve("letter"), "mine");
        assertEquals(2, init(place, "--answers", answers().toString()));
        assertTrue(said().contains("is not empty"), said());
        assertEquals(List.of("letter"), inside(place));
    }

    @Test
    void an_empty_directory_is_taken() throws IOException {
        Path place = Files.createDirectory(dir.resolve("harbour"));
        assertEquals(0, init(place, "--answers", answers().toString()), said());
        assertTrue(Files.exists(place.resolve("desk.yaml")));
    }

    @Test
    void answers_that_do_not_go_together_make_nothing() throws IOException {
        Path wrong =
                Files.writeString(
                        dir.resolve("wrong.yaml"),
                        ANSWERS.formatted(8600).replace("door.localhost", "127.0.0.1"));
        assertEquals(2, init(dir.resolve("harbour"), "--answers", wrong.toString()));
        assertFalse(Files.exists(dir.resolve("harbour")));
        assertEquals(2, init(dir.resolve("no/such/place"), "--answers", answers().toString()));
        assertEquals(List.of("answers.yaml", "wrong.yaml"), inside(dir));
    }

    @Test
    void what_an_interrupted_beginning_left_does_not_stand_in_the_way() throws IOException {
        Path left = Files.createDirectory(dir.resolve(".harbour.beginning"));
        Files.writeString(left.resolve("watch.key"), "half");
        assertEquals(0, init(dir.resolve("harbour"), "--answers", answers().toString()), said());
        assertEquals(List.of("answers.yaml", "harbour"), inside(dir));
    }

    @Test
    void codes_are_made_again_while_nobody_has_joined() throws IOException {
        Path place = dir.resolve("harbour");
        init(place, "--answers", answers().toString(), "--founders", "1");
        assertEquals(0, init(place, "--codes", "--founders", "2"), said());
        assertEquals(3, codes(said()).stream().distinct().count(), said());
    }
}
