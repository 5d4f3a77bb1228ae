package org.watchword.desk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.launcher.FakeMachine.JAVA_25;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningACommand {
    @TempDir private Path temporary;
    private FakeMachine machine;

    @BeforeEach
    void a_machine_with_all_it_needs() {
        machine = new FakeMachine(temporary);
        machine.jdk("root/opt/jdk", JAVA_25);
        machine.mvn("3.8.7", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "demo, org.watchword.story.StoryMain, story-desk",
        "play, org.watchword.story.StoryMain, story-desk",
        "drill, org.watchword.story.StoryMain, story-desk",
        "check, org.watchword.desk.Watchword, desk",
        "seal, org.watchword.desk.Watchword, desk",
        "open, org.watchword.desk.Watchword, desk",
        "keygen, org.watchword.desk.Watchword, desk",
        "init, org.watchword.desk.Watchword, desk",
        "serve, org.watchword.desk.Watchword, story-desk"
    })
    void each_goes_to_its_program_and_class_path(String command, String main, String module) {
        var ran = machine.run(command, "one");

        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().endsWith("[" + main + "]\n[" + command + "]\n[one]\n"), ran.out());
        Path jar = machine.checkout().resolve(module + "/target/watchword-" + module + ".jar");
        assertTrue(ran.out().contains("[" + jar), ran.out());
    }

    @Test
    void hands_every_argument_on_untouched() {
        var ran = machine.run("play", "a story.yaml", "", "--keep", "$HOME `x` \"y\" *", "истории");

        assertTrue(
                ran.out()
                        .endsWith("[a story.yaml]\n[]\n[--keep]\n[$HOME `x` \"y\" *]\n[истории]\n"),
                ran.out());
    }

    @Test
    void closes_the_program_to_onlookers() {
        var ran = machine.run("check");

        for (String flag :
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+DisableAttachMechanism",
                        "-XX:-UsePerfData",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CrashOnOutOfMemoryError",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:-EnableDynamicAgentLoading")) {
            assertTrue(ran.out().contains("[" + flag + "]"), ran.out());
        }
    }

    @Test
    void gives_a_desk_that_is_served_the_settings_of_its_memory() {
        String file = "[@" + machine.checkout().resolve("dist/serve.jvm") + "]";
        assertTrue(machine.run("serve", "one").out().contains(file));
        assertFalse(machine.run("check").out().contains(file));
    }

    @Test
    void works_from_anywhere_through_a_link() {
        Path elsewhere = machine.top().resolve("some where/bin/watchword");
        FakeMachine.link(elsewhere, Path.of("../../check out/watchword"));

        var ran = machine.runAt(elsewhere, machine.top(), "check", "a/file");

        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().endsWith("[check]\n[a/file]\n"), ran.out());
    }

    @Test
    void builds_once_with_a_line_per_stage_and_not_again() {
        var first = machine.run("check");
        int asked = machine.mvnWasAsked().size();
        var second = machine.run("check");

        assertTrue(first.err().contains("  desk: compiling\n"), first.err());
        assertTrue(asked > 0);
        assertEquals(asked, machine.mvnWasAsked().size());
        assertEquals("", second.err());
    }

    @Test
    void builds_for_running_without_tests_and_browser() {
        machine.run("check");

        assertTrue(machine.mvnWasAsked().contains("formats,desk,story-desk"), "only these modules");
        assertTrue(machine.mvnWasAsked().contains("-Dmaven.test.skip=true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "formats/src/main/java/A.java",
                "desk/pom.xml",
                "desk/src/main/java/A.java",
                "desk/src/main/jte/page.jte",
                "desk/src/main/resources/words.ru.properties",
                "desk/src/main/resources/migrations/V9__more.sql",
                "story-desk/src/main/java/A.java"
            })
    void builds_again_when_something_it_is_made_of_is_newer(String file) throws Exception {
        machine.run("check");
        int asked = machine.mvnWasAsked().size();
        Path changed = FakeMachine.write(machine.checkout().resolve(file), "changed");
        Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));

        machine.run("check");

        assertTrue(machine.mvnWasAsked().size() > asked, "it was built again");
    }

    @Test
    void builds_again_when_a_jar_is_gone() throws Exception {
        machine.run("check");
        int asked = machine.mvnWasAsked().size();
        Files.delete(machine.checkout().resolve("desk/target/watchword-desk.jar"));

        machine.run("check");

        assertTrue(machine.mvnWasAsked().size() > asked, "it was built again");
    }

    @Test
    void waits_no_longer_for_a_build_whose_program_has_died() {
        FakeMachine.write(machine.checkout().resolve("target/building/pid"), "999999999\n");

        assertEquals(0, machine.run("check").status());
        assertFalse(Files.exists(machine.checkout().resolve("target/building")));
    }

    @Test
    void practises_once_after_a_build_and_starts_without_a_cache_when_none_came_of_it() {
        var first = machine.run("demo");
        var second = machine.run("demo");

        assertTrue(first.err().contains("Preparing a quick start"), first.err());
        assertEquals("", second.err());
        assertFalse(second.out().contains("AOTCache"), second.out());
    }

    @Test
    void says_that_practice_failed_and_runs_the_command() {
        machine.environment("FAILS", "org.watchword.story.Practice");

        var ran = machine.run("demo");

        assertTrue(ran.err().contains("It did not go well"), ran.err());
        assertTrue(ran.out().contains("[org.watchword.story.StoryMain]"), ran.out());
    }

    @Test
    void starts_with_the_cache_once_it_is_there() {
        machine.run("bench");
        Path cache = machine.checkout().resolve("target/story-desk.aot");
        FakeMachine.write(cache, "cache");

        for (String command : List.of("demo", "serve", "bench")) {
            var ran = machine.run(command);
            assertTrue(ran.out().contains("[-XX:AOTCache=" + cache + "]\n"), ran.out());
        }
    }

    /// A start cache is good for class paths that begin like the one it was made with.
    @Test
    void measures_on_a_class_path_that_begins_with_that_of_the_cache() {
        machine.run("bench");
        for (String jar : List.of("story-desk/target/lib/a.jar", "bench/target/lib/a.jar")) {
            FakeMachine.write(machine.checkout().resolve(jar), "jar");
        }
        FakeMachine.write(machine.checkout().resolve("bench/target/lib/peer.jar"), "jar");

        String path = classPath(machine.run("bench").out());

        assertTrue(path.startsWith(classPath(machine.run("play").out()) + ":"), path);
        assertTrue(
                path.endsWith(
                        "/watchword-bench.jar:"
                                + machine.checkout()
                                + "/bench/target/lib/peer.jar"),
                path);
    }

    private static String classPath(String out) {
        List<String> lines = out.lines().toList();
        String path = lines.get(lines.indexOf("[-cp]") + 1);
        return path.substring(1, path.length() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "", "--tour", "Demo", "served"})
    void refuses_a_command_it_does_not_know(String command) {
        var ran = machine.run(command);

        assertEquals(2, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("there is no command '" + command + "'"), ran.err());
        assertEquals(1, ran.err().lines().count());
    }

    @Test
    void refuses_a_kind_of_tests_it_does_not_know() {
        var ran = machine.run("test", "--only", "magic");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("there is no kind of tests 'magic'"), ran.err());
    }

    @Test
    void shows_what_it_can_do_when_asked_for_nothing() {
        var ran = machine.run();

        assertEquals(0, ran.status());
        assertTrue(ran.out().contains("./watchword demo"), ran.out());
        assertEquals("", machine.mvnRanWith());
    }
}
