package org.watchword.desk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.launcher.FakeMachine.JAVA_25;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `test --long --only mutation`: how many of the faults put in were noticed.
final class FaultsInTheRules {
    @TempDir private Path temporary;
    private FakeMachine machine;

    @BeforeEach
    void a_machine_with_tests_of_the_two_rooms() {
        machine = new FakeMachine(temporary);
        machine.jdk("root/opt/jdk", JAVA_25);
        for (String test : new String[] {"watch/NobodyAnswers", "watch/AnyNight", "rota/AShift"}) {
            FakeMachine.write(
                    machine.checkout()
                            .resolve(
                                    "desk/src/test/unit/java/org/watchword/desk/" + test + ".java"),
                    "");
        }
    }

    private void noticed(int watch, int ofWatch, int rota, int ofRota) {
        machine.mvn(
                "3.8.7",
                0,
                """
                mkdir -p desk/target/pit-reports
                lines() {
                    i=0
                    while [ "$i" -lt "$3" ]; do
                        found=false
                        [ "$i" -ge "$2" ] || found=true
                        i=$((i + 1))
                        echo "<mutation detected='$found' status='S' numberOfTestsRun='1'><sourceFile>A</sourceFile><mutatedClass>org.watchword.desk.$1.A</mutatedClass></mutation>"
                    done
                }
                {
                    echo "<mutations partial='true'>"
                    lines watch %d %d
                    lines rota %d %d
                    echo "</mutations>"
                } >desk/target/pit-reports/mutations.xml
                """
                        .formatted(watch, ofWatch, rota, ofRota));
    }

    private FakeMachine.Ran run() {
        return machine.run("test", "--long", "--only", "mutation");
    }

    @Test
    void are_counted_for_each_room_and_it_is_well_from_the_goal_on() {
        noticed(1_050, 1_234, 17, 20);

        var ran = run();

        assertEquals(0, ran.status(), ran.err());
        assertTrue(
                ran.out().contains("  watch: 85 % of 1,234 mutants killed (goal 85)\n"), ran.out());
        assertTrue(ran.out().contains("  rota: 85 % of 20 mutants killed (goal 85)\n"), ran.out());
        assertTrue(ran.err().contains("desk/target/pit-reports/index.html"), ran.err());
    }

    @Test
    void are_a_finding_where_one_room_is_below_the_goal() {
        noticed(19, 20, 84, 100);

        var ran = run();

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("  rota: 84 % of 100 mutants killed (goal 85)\n"), ran.out());
        assertTrue(ran.out().endsWith(" 1 failed, 0 skipped\n"), ran.out());
    }

    @Test
    void are_a_finding_where_there_are_none() {
        noticed(20, 20, 0, 0);

        var ran = run();

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("  rota: 0 % of 0 mutants killed (goal 85)\n"), ran.out());
    }

    @Test
    void are_a_finding_where_the_tests_themselves_fail() {
        machine.mvn("3.8.7", 1);

        var ran = run();

        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("the compiler has something to say"), ran.err());
        assertFalse(ran.out().contains("mutants killed"), ran.out());
    }

    @Test
    void are_sought_by_the_unit_tests_of_the_rooms_and_a_few_others() {
        noticed(20, 20, 20, 20);

        run();

        String tests =
                machine.mvnWasAsked().stream()
                        .filter(one -> one.startsWith("-DtargetTests="))
                        .findFirst()
                        .orElseThrow();
        String room = "org.watchword.desk.watch.";
        assertTrue(tests.contains(room + "NobodyAnswers," + room + "NobodyAnswers$*"), tests);
        assertTrue(tests.contains("org.watchword.desk.rota.AShift,"), tests);
        assertTrue(tests.contains("org.watchword.desk.rota.DutyRota,"), tests);
        assertFalse(tests.contains("AnyNight"), tests);
    }

    @Test
    void are_put_in_only_where_there_is_time_for_it() {
        noticed(20, 20, 20, 20);

        var ran = machine.run("test", "--only", "mutation");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("--long"), ran.err());
    }
}
