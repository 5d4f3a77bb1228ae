package org.watchword.desk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of a process, on a system made of files.
class TheMemoryOfADesk {
    private static final String GOOD_LIMITS =
            """
            Limit                     Soft Limit           Hard Limit           Units
            Max core file size        0                    0                    bytes
            Max locked memory         8388608              8388608              bytes
            """;
    private static final String GOOD_FLAGS =
            "java\0-XX:+DisableAttachMechanism\0-XX:-UsePerfData\0-cp\0x.jar\0";
    private static final String NO_SWAP = "Filename Type Size Used Priority\n";
    private static final String SWAP = NO_SWAP + "/dev/sda2 partition 1000 0 -2\n";

    @TempDir Path system;
    private Path lock = Path.of("");

    @BeforeEach
    void a_system_with_a_desk_on_it() throws IOException {
        lock = Files.writeString(system.resolve("lock"), "");
        process("self", "", "", "VmRSS: 100 kB\nVmLck: 0 kB\n");
        process("4711", GOOD_LIMITS, GOOD_FLAGS, "VmRSS: 100 kB\nVmLck: 0 kB\n");
        write("proc/swaps", NO_SWAP);
        long file = (long) Files.getAttribute(lock, "unix:ino");
        write("proc/locks", "1: POSIX  ADVISORY  WRITE 4711 fe:01:" + file + " 0 EOF\n");
        Files.createDirectories(system.resolve("groups"));
    }

    private void process(String number, String limits, String flags, String status)
            throws IOException {
        write("proc/" + number + "/limits", limits);
        write("proc/" + number + "/cmdline", flags);
        write("proc/" + number + "/status", status);
        write("proc/" + number + "/cgroup", "0::/system.slice/watchword.service\n");
    }

    private void write(String file, String text) throws IOException {
        Path place = system.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    private List<Finding> findings() {
        return new MemoryFindings(system.resolve("proc"), system.resolve("groups")).of(lock);
    }

    private Set<String> toMend() {
        return findings().stream()
                .filter(finding -> !finding.well())
                .map(finding -> finding.says().key().replace("cli.check.memory.", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void is_well_when_nothing_can_carry_it_away() {
        assertEquals(List.of(true), findings().stream().map(Finding::well).toList());
    }

    @Test
    void is_looked_at_in_the_process_that_holds_the_desk_and_else_in_our_own() throws IOException {
        write("proc/locks", "");
        assertEquals(Set.of("core", "attach"), toMend());
    }

    @Test
    void could_come_into_a_core_file() throws IOException {
        write("proc/4711/limits", GOOD_LIMITS.replace("size        0", "size        unlimited"));
        assertEquals(Set.of("core"), toMend());
    }

    @Test
    void could_be_attached_to() throws IOException {
        write("proc/4711/cmdline", "java\0-XX:-UsePerfData\0");
        assertEquals(Set.of("attach"), toMend());
    }

    @Test
    void could_come_onto_a_swap_disk_unless_it_is_locked_or_may_not() throws IOException {
        write("proc/swaps", SWAP);
        assertEquals(Set.of("swap"), toMend());
        write("proc/4711/status", "VmRSS: 100 kB\nVmLck: 200 kB\n");
        assertEquals(Set.of(), toMend());
        write("proc/4711/status", "VmRSS: 100 kB\nVmLck: 64 kB\n");
        assertEquals(Set.of("swap"), toMend());
        write("groups/system.slice/watchword.service/memory.swap.max", "0\n");
        assertEquals(Set.of(), toMend());
        write("groups/system.slice/watchword.service/memory.swap.max", "max\n");
        assertEquals(Set.of("swap"), toMend());
    }

    @Test
    void is_not_known_where_the_system_tells_nothing() {
        var findings = new MemoryFindings(system.resolve("nothing"), system).of(lock);
        assertEquals("cli.check.memory.unknown", findings.getFirst().says().key());
    }
}
