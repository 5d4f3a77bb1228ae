package org.watchword.desk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.launcher.FakeMachine.JAVA_25;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LookingForAJdk {
    @TempDir private Path temporary;
    private FakeMachine machine;

    @BeforeEach
    void a_machine_that_could_build() {
        machine = new FakeMachine(temporary);
        machine.mvn("3.8.7", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root/usr/lib/jvm/temurin 25",
                "root/opt/jdk-25.0.1",
                "home of wren/.sdkman/candidates/java/25-tem",
                "home of wren/.jdks/openjdk-25",
                "root/Library/Java/JavaVirtualMachines/jdk-25.jdk/Contents/Home"
            })
    void looks_in_every_usual_place(String place) {
        machine.jdk(place, JAVA_25);

        expectJavaOf(place);
    }

    @Test
    void finds_the_one_on_the_path_through_links() {
        Path home = machine.jdk("far away/jdk 25", JAVA_25);
        FakeMachine.link(machine.top().resolve("alternatives/java"), home.resolve("bin/java"));
        machine.linkOnPath("java", Path.of("../alternatives/java"));

        expectJavaOf("far away/jdk 25");
    }

    @Test
    void prefers_the_one_that_was_named_to_all_others() {
        machine.jdk("root/usr/lib/jvm/jdk-25", JAVA_25);
        machine.environment("JAVA_HOME", machine.jdk("java home", JAVA_25).toString());
        machine.environment("WATCHWORD_JAVA_HOME", machine.jdk("named one", JAVA_25).toString());

        expectJavaOf("named one");
    }

    @Test
    void prefers_java_home_to_the_usual_places() {
        machine.jdk("root/usr/lib/jvm/jdk-25", JAVA_25);
        machine.environment("JAVA_HOME", machine.jdk("java home", JAVA_25).toString());

        expectJavaOf("java home");
    }

    @Test
    void says_that_the_named_one_will_not_do_and_goes_on_looking() {
        machine.jdk("root/usr/lib/jvm/jdk-25", JAVA_25);
        Path old = machine.jdk("named one", "openjdk version \"21.0.4\" 2024-07-16");
        machine.environment("WATCHWORD_JAVA_HOME", old.toString());

        var ran = expectJavaOf("root/usr/lib/jvm/jdk-25");
        assertTrue(ran.err().contains("WATCHWORD_JAVA_HOME is " + old), ran.err());
    }

    @Test
    void passes_over_what_is_too_old_broken_or_no_program() {
        machine.environment(
                "JAVA_HOME", machine.jdk("old", "java version \"1.8.0_402\"").toString());
        machine.jdk("root/usr/lib/jvm/a-silent");
        FakeMachine.script(
                machine.top().resolve("root/usr/lib/jvm/b-broken/bin/java"),
                "#!/nowhere/no interpreter\n");
        FakeMachine.write(machine.top().resolve("root/usr/lib/jvm/c-not-executable/bin/java"), "x");
        FakeMachine.script(
                machine.top().resolve("root/usr/lib/jvm/d-dies/bin/java"),
                "#!/bin/sh\nkill -9 $$\n");
        FakeMachine.link(
                machine.top().resolve("root/usr/lib/jvm/e-hanging-link"),
                Path.of("../no-such-jdk"));
        machine.jdk("root/usr/lib/jvm/f-odd", "openjdk version \"beta 9\"");
        machine.jdk("root/usr/lib/jvm/z-good", JAVA_25);

        expectJavaOf("root/usr/lib/jvm/z-good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openjdk version \"25\" 2025-09-16",
                "openjdk version \"25-ea\" 2025-09-16",
                "openjdk version \"26.0.1+8-LTS\"",
                "java version \"100\"",
                "openjdk 25-internal version \"25-internal-adhoc.wren\""
            })
    void understands_odd_version_lines(String line) {
        machine.jdk("root/opt/jdk", line);

        expectJavaOf("root/opt/jdk");
    }

    @Test
    void reads_past_warnings_before_the_version_line() {
        machine.jdk(
                "root/opt/jdk",
                "Picked up JAVA_TOOL_OPTIONS: -Dversion=11",
                "[0.004s][warning][cds] something about version 17",
                JAVA_25);

        expectJavaOf("root/opt/jdk");
    }

    @Test
    void builds_only_with_one_that_has_a_compiler() {
        machine.jre("root/opt/a-jre", JAVA_25);
        Path jdk = machine.jdk("root/opt/b-jdk", JAVA_25);

        expectJavaOf("root/opt/b-jdk");
        assertEquals(jdk + "\n", machine.mvnRanWith());
    }

    @Test
    void runs_what_is_built_with_one_that_has_none() {
        Path jdk = machine.jdk("root/opt/b-jdk", JAVA_25);
        machine.run("check");
        machine.jre("root/opt/a-jre", JAVA_25);

        expectJavaOf("root/opt/a-jre");
        assertEquals(jdk + "\n", machine.mvnRanWith());
    }

    private FakeMachine.Ran expectJavaOf(String place) {
        var ran = machine.run("check");
        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().startsWith("java of " + place + "\n"), ran.out() + ran.err());
        return ran;
    }
}
