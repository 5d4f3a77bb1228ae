package org.watchword.desk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.launcher.FakeMachine.JAVA_25;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningTheTests {
    @TempDir private Path temporary;
    private FakeMachine machine;

    @BeforeEach
    void a_machine_with_everything_but_a_browser() {
        machine = new FakeMachine(temporary);
        machine.jdk("root/opt/jdk", JAVA_25);
        machine.kannel();
        machine.postgres();
        for (String program :
                List.of("age", "tor", "nginx", "caddy", "systemd-analyze", "strace")) {
            machine.onPath(program, "");
        }
        FakeMachine.write(
                machine.checkout().resolve("desk/src/test/unit/java/org/w/Sums.java"), "");
        FakeMachine.write(
                machine.checkout().resolve("desk/src/test/story/java/org/w/Harbour.java"), "");
        mvnThatFindsFailuresAndSkips(0, 0);
    }

    @Test
    void end_with_the_count_and_well_when_all_is_well() {
        var ran = machine.run("test");

        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().endsWith("\n7 passed, 0 failed, 0 skipped\n"), ran.out());
        assertTrue(ran.out().contains("Tests run: 7, Failures: 0"), ran.out());
    }

    @Test
    void say_how_long_each_kind_took_nested_classes_with_their_own() {
        var ran = machine.run("test");

        assertTrue(ran.out().contains("unit        0.02 min     4 tests"), ran.out());
        assertTrue(ran.out().contains("story      20.58 min     3 tests"), ran.out());
    }

    @Test
    void are_a_finding_when_one_failed() {
        mvnThatFindsFailuresAndSkips(2, 0);

        var ran = machine.run("test");

        assertEquals(1, ran.status());
        assertTrue(ran.out().endsWith("\n5 passed, 2 failed, 0 skipped\n"), ran.out());
    }

    @Test
    void are_a_finding_when_the_build_itself_fails() {
        machine.mvn("3.8.7", 1);

        var ran = machine.run("test");

        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("the compiler has something to say"), ran.err());
        assertFalse(ran.out().contains(" 0 failed"), ran.out());
    }

    @Test
    void list_what_was_not_run_with_the_line_that_installs_it() {
        var ran = machine.run("test");

        assertTrue(
                ran.out()
                        .contains(
                                "Not run: the browser tests (no chromium): apt-get update"
                                        + " && apt-get install -y chromium\n"),
                ran.out());
        assertTrue(machine.mvnWasAsked().contains("formats,desk,story-desk"));
    }

    @Test
    void install_nothing_by_themselves() {
        machine.onPath("apt-get", "echo 'apt-get was called' >&2\n");

        assertFalse(machine.run("test").err().contains("apt-get"));
    }

    @Test
    void name_what_they_install_before_they_do_and_then_run_it_too() {
        Path kept = machine.top().resolve("apt-asked");
        Path browser = machine.top().resolve("tools in path/chromium");
        machine.onPath(
                "apt-get",
                """
                echo "$@" >>"%s"
                [ "$1" = update ] || { echo '#!/bin/sh' >"%s"; chmod +x "%s"; }
                """
                        .formatted(kept, browser, browser));
        machine.onPath("chmod", "exec /bin/chmod \"$@\"\n");

        var ran = machine.run("test", "--install");

        assertEquals(0, ran.status(), ran.err());
        assertEquals("update\ninstall -y chromium\n", FakeMachine.read(kept));
        int named = ran.err().indexOf("Chromium, for the browser tests:  apt-get update");
        assertTrue(named >= 0 && named < ran.err().indexOf("running:"), ran.err());
        assertTrue(machine.mvnWasAsked().contains("formats,desk,story-desk,browser"));
        assertFalse(ran.out().contains("Not run"), ran.out());
    }

    @Test
    void leave_out_those_with_kannel_and_list_them_where_there_is_none() {
        machine.onPath("initdb", "");
        machine.onPath("chromium", "");
        Path elsewhere = machine.top().resolve("elsewhere");
        machine.environment("WATCHWORD_PLACES", elsewhere.toString());
        machine.environment(
                "WATCHWORD_JAVA_HOME", machine.top().resolve("root/opt/jdk").toString());

        var ran = machine.run("test");

        assertEquals(0, ran.status(), ran.err());
        assertTrue(machine.mvnWasAsked().contains("-DexcludedGroups=long,kannel"));
        String line = "Not run: the tests with kannel (no kannel with its fake SMSC): sh -c 'p=";
        assertTrue(ran.out().contains(line), ran.out());
        assertTrue(ran.out().contains("printf \"#!/bin/sh\\nexit 101\\n\" >"), ran.out());
        assertTrue(ran.out().contains("-y kannel kannel-extras && update-rc.d kannel disable'\n"));
    }

    @Test
    void leave_out_those_with_a_program_that_is_missing_and_name_the_line_that_brings_it()
            throws Exception {
        for (String program : List.of("age", "tor")) {
            Files.delete(machine.top().resolve("tools in path").resolve(program));
        }

        var ran = machine.run("test");

        assertEquals(0, ran.status(), ran.err());
        assertTrue(machine.mvnWasAsked().contains("-DexcludedGroups=long,age,tor"));
        String age = "Not run: the tests with age (no age): apt-get update && apt-get install -y";
        assertTrue(ran.out().contains(age + " age\n"), ran.out());
        assertTrue(ran.out().contains("-y tor && update-rc.d tor disable'\n"), ran.out());
    }

    @Test
    void leave_out_those_with_PostgreSQL_and_list_them_where_there_is_none() {
        machine.noPostgres();

        var ran = machine.run("test", "--install");

        assertEquals(1, ran.status(), "what cannot be run is a finding of --install");
        assertTrue(machine.mvnWasAsked().contains("-DexcludedGroups=long,initdb"));
        assertTrue(
                ran.out().contains("Not run: the tests with initdb (no initdb): sh -c 'p="),
                ran.out());
        assertTrue(ran.out().contains("-y postgresql && update-rc.d postgresql disable'\n"));
        assertTrue(ran.err().contains("PostgreSQL, on which peers of the measurements run"));
    }

    @Test
    void run_those_with_kannel_where_it_is() {
        machine.run("test");

        assertTrue(machine.mvnWasAsked().contains("-DexcludedGroups=long"));
    }

    @Test
    void leave_a_kannel_that_is_in_use_as_it_is() {
        machine.onPath("chromium", "");
        machine.kannelForUseOnly();

        String out = machine.run("test").out();

        assertTrue(out.contains("): apt-get update && apt-get install -y kannel-extras\n"), out);
    }

    @Test
    void name_kannel_before_they_install_it() {
        machine.onPath("chromium", "");
        machine.kannelForUseOnly();
        Path kept = machine.top().resolve("apt-asked");
        machine.onPath("apt-get", "echo \"$@\" >>\"%s\"\n".formatted(kept));

        var ran = machine.run("test", "--install");

        int named = ran.err().indexOf("no daemon is started:  apt-get update");
        assertTrue(named >= 0 && named < ran.err().indexOf("running:"), ran.err());
        assertEquals("update\ninstall -y kannel-extras\n", FakeMachine.read(kept));
        assertEquals(1, ran.status(), "it is still not there");
    }

    @Test
    void install_kannel_in_such_a_way_that_no_daemon_starts() {
        machine.onPath("initdb", "");
        machine.onPath("chromium", "");
        Path root = machine.top().resolve("nothing there");
        Path policy = root.resolve("usr/sbin/policy-rc.d");
        Path kept = machine.top().resolve("apt-asked");
        machine.environment("WATCHWORD_PLACES", root.toString());
        machine.environment(
                "WATCHWORD_JAVA_HOME", machine.top().resolve("root/opt/jdk").toString());
        FakeMachine.write(policy.resolveSibling("other"), "");
        machine.onPath("chmod", "exec /bin/chmod \"$@\"\n");
        machine.onPath("update-rc.d", "echo \"update-rc.d $@\" >>\"%s\"\n".formatted(kept));
        machine.onPath(
                "apt-get",
                "\"%s\"; echo \"$@ while the policy says $?\" >>\"%s\"\n".formatted(policy, kept));

        machine.run("test", "--install");

        assertEquals(
                """
                update while the policy says 101
                install -y kannel kannel-extras while the policy says 101
                update-rc.d kannel disable
                """,
                FakeMachine.read(kept));
        assertFalse(Files.exists(policy));
    }

    @Test
    void say_that_a_system_has_no_kannel_and_hold_that_against_nobody() {
        machine.system("ID=fedora\n");
        machine.onPath("chromium", "");
        machine.kannelForUseOnly();

        var ran = machine.run("test", "--install");

        assertTrue(
                ran.out().contains("no package manager but Debian's has kannel with its fake SMSC"),
                ran.out());
        assertFalse(ran.err().contains("running:"), ran.err());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void fail_when_what_was_to_be_installed_could_not_be() {
        machine.onPath("apt-get", "echo 'no such package' >&2\nexit 100\n");

        var ran = machine.run("test", "--install");

        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("no such package"), ran.err());
        assertTrue(ran.out().endsWith("\n7 passed, 1 failed, 0 skipped\n"), ran.out());
    }

    @Test
    void count_a_skipped_one_as_a_failure_only_when_all_was_to_be_run() {
        machine.onPath("chromium", "");
        mvnThatFindsFailuresAndSkips(0, 1);

        assertEquals(0, machine.run("test").status());
        assertEquals(1, machine.run("test", "--install").status());
    }

    @Test
    void fail_when_two_builds_give_two_different_jars() {
        machine.mvn("3.8.7", 0, "echo $$ >desk/target/watchword-desk.jar\n");

        var ran = machine.run("test", "--only", "reproducible");

        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("two different jars"), ran.err());
    }

    @Test
    void take_minutes_only_as_a_number_and_only_for_the_fuzzer() {
        for (String[] wrong :
                List.of(
                        new String[] {"test", "--minutes", "1"},
                        new String[] {"test", "--only", "fuzz", "--minutes", "1"},
                        new String[] {"test", "--long", "--only", "fuzz", "--minutes"},
                        new String[] {"test", "--long", "--only", "fuzz", "--minutes", "0"},
                        new String[] {"test", "--long", "--only", "fuzz", "--minutes", "1h"})) {
            var ran = machine.run(wrong);

            assertEquals(2, ran.status(), ran.err());
            assertTrue(ran.err().contains("--minutes"), ran.err());
        }
    }

    @Test
    void take_a_parser_only_by_its_name_and_only_for_the_fuzzer() {
        for (String[] wrong :
                List.of(
                        new String[] {"test", "--parser", "AnyMail"},
                        new String[] {"test", "--long", "--only", "fuzz", "--parser"},
                        new String[] {"test", "--long", "--only", "fuzz", "--parser", "NoSuch"})) {
            var ran = machine.run(wrong);

            assertEquals(2, ran.status(), ran.err());
            assertTrue(ran.err().matches("(?s).*(--parser|NoSuch).*"), ran.err());
        }
    }

    @Test
    void run_only_the_classes_of_the_kind_asked_for() {
        machine.run("test", "--only", "story");

        assertTrue(
                machine.mvnWasAsked().contains("-Dtest=org.w.Harbour,org.w.Harbour$*,"),
                machine.mvnWasAsked().toString());
    }

    private void mvnThatFindsFailuresAndSkips(int failures, int skipped) {
        String report =
                """
                echo '[INFO] Results:'
                echo '[INFO] Tests run: 7, Failures: %d, Errors: 0, Skipped: %d'
                case " $* " in *' verify '*)
                    mkdir -p desk/target/surefire-reports
                    cd desk/target/surefire-reports
                    echo '<testsuite name="a" time="1.0" tests="4" errors="0" skipped="%d" failures="0">' \
                        >TEST-org.w.Sums.xml
                    echo '<testsuite name="b" time="1,234.5" tests="2" errors="0" skipped="0" failures="%d">' \
                        >TEST-org.w.Harbour.xml
                    echo '<testsuite name="c" time="0.5" tests="1" errors="0" skipped="0" failures="0">' \
                        >'TEST-org.w.Harbour$AtNight.xml' ;;
                esac
                """
                        .formatted(failures, skipped, skipped, failures);
        machine.mvn("3.8.7", 0, report);
    }
}
