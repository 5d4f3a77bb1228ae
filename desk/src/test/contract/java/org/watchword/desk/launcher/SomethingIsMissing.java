package org.watchword.desk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.launcher.FakeMachine.JAVA_25;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SomethingIsMissing {
    @TempDir private Path temporary;
    private FakeMachine machine;

    @BeforeEach
    void a_machine_without_java() {
        machine = new FakeMachine(temporary);
    }

    @Test
    void names_the_program_that_seals_backups_before_anything_is_built() {
        machine.jdk("root/opt/jdk", JAVA_25);

        var ran = machine.run("backup", "somewhere");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("  apt-get update && apt-get install -y age\n"), ran.err());
    }

    @ParameterizedTest
    @CsvSource({
        "'ID=debian\nVERSION_ID=\"13\"', 'apt-get install -y openjdk-25-jdk'",
        "'ID=ubuntu\nVERSION_ID=\"24.04\"', 'apt-get install -y openjdk-25-jdk'",
        "'ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm', 'apt-get install -y temurin-25-jdk'",
        "'ID=linuxmint\nID_LIKE=\"ubuntu debian\"', 'apt-get install -y temurin-25-jdk'",
        "'ID=fedora\nVERSION_ID=43', 'dnf install -y java-25-openjdk-devel'",
        "'ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"', 'dnf install -y java-25-openjdk-devel'",
        "'ID=arch', 'pacman -S --needed --noconfirm jdk-openjdk'",
        "'ID=alpine\nVERSION_ID=3.23', 'apk add openjdk25-jdk'",
        "'ID=opensuse-tumbleweed', 'zypper install -y java-25-openjdk-devel'",
        "'ID=haiku', 'unpack a JDK 25 or newer from https://adoptium.net'"
    })
    void names_the_exact_line_for_the_system_at_hand(String osRelease, String line) {
        machine.system(osRelease + "\n");

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("needs a JDK 25 or newer. None was found."), ran.err());
        assertTrue(ran.err().contains(line), ran.err());
    }

    @Test
    void names_the_release_of_an_older_debian_to_its_other_repository() {
        machine.system("ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");

        assertTrue(machine.run("demo").err().contains("/deb bookworm main > /etc/apt"));
    }

    @Test
    void asks_for_more_rights_only_where_they_are_needed() {
        assertTrue(machine.run("demo").err().contains("\n  apt-get update && apt-get"));
        machine.onPath("id", "echo 1000\n");
        assertTrue(machine.run("demo").err().contains("\n  sudo apt-get update && sudo apt-get"));
    }

    @Test
    void names_homebrew_on_a_mac() {
        machine.environment("WATCHWORD_SYSTEM", "Darwin");

        assertTrue(machine.run("demo").err().contains("  brew install openjdk@25\n"));
    }

    @Test
    void stays_plain_where_the_system_says_nothing_of_itself() {
        machine.environment("WATCHWORD_OS_RELEASE", "/nowhere/os-release");

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("set WATCHWORD_JAVA_HOME"), ran.err());
    }

    @Test
    void says_which_java_it_saw_when_all_are_too_old() {
        machine.jdk("root/opt/jdk-17", "openjdk version \"17.0.15\" 2025-04-15");
        Path newest = machine.jdk("root/opt/jdk-24", "openjdk version \"24\" 2025-03-18");

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("The newest found is Java 24 in " + newest), ran.err());
    }

    @Test
    void says_that_a_java_without_a_compiler_cannot_build() {
        Path jre = machine.jre("root/opt/jre", JAVA_25);

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("Java 25 in " + jre + " has no compiler"), ran.err());
    }

    @Test
    void names_the_line_for_mvn() {
        machine.jdk("root/opt/jdk", JAVA_25);

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("it needs mvn 3.8 or newer to build."), ran.err());
        assertTrue(ran.err().contains("apt-get install -y maven\n"), ran.err());
    }

    @Test
    void refuses_a_mvn_that_is_too_old() {
        machine.jdk("root/opt/jdk", JAVA_25);
        machine.mvn("3.6.3", 0);

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("The one found is 3.6.3."), ran.err());
        assertEquals("", machine.mvnRanWith());
    }

    @ParameterizedTest
    @CsvSource({"3.8.1", "3.9.11", "3.10.0", "4.0.0"})
    void takes_a_mvn_that_is_new_enough(String version) {
        machine.jdk("root/opt/jdk", JAVA_25);
        machine.mvn(version, 0);

        assertEquals(0, machine.run("check").status());
    }

    @Test
    void shows_why_the_build_failed_and_runs_nothing() {
        machine.jdk("root/opt/jdk", JAVA_25);
        machine.mvn("3.8.7", 1);

        var ran = machine.run("check");

        assertEquals(3, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("[ERROR] the compiler has something to say"), ran.err());
        assertTrue(ran.err().contains("target/build.log"), ran.err());
    }

    @Test
    void changes_no_variable_through_a_strange_os_release() {
        machine.system(
                "ID=debian\nVERSION_ID='13; rm -rf /nowhere'\nPATH=/nowhere\nroot=/nowhere\n");

        var ran = machine.run("demo");

        assertEquals(3, ran.status());
        assertFalse(ran.err().contains("not found"), ran.err());
    }
}
