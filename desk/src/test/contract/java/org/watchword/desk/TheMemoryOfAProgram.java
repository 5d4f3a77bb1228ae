package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.watchword.formats.cipher.KeyMemory;

/// A program of ours, begun where core files are welcome.
@EnabledOnOs(OS.LINUX)
class TheMemoryOfAProgram {
    /// Closes its memory and says how it stands.
    static final class Closed {
        private static final int PR_GET_DUMPABLE = 3;

        public static void main(String[] arguments) throws Throwable {
            OwnMemory.close();
            var prctl =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    Linker.nativeLinker().defaultLookup().findOrThrow("prctl"),
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                                    Linker.Option.firstVariadicArg(1));
            System.out.println("dumpable " + (int) prctl.invokeExact(PR_GET_DUMPABLE));
            for (String file : List.of("limits", "status")) {
                System.out.println(Files.readString(Path.of("/proc/self", file)));
            }
        }

        private Closed() {}
    }

    /// @param under what takes rights away first
    private static String closed(List<String> under, String limits)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(under);
        line.addAll(List.of("sh", "-c", limits + " && exec \"$0\" \"$@\""));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Closed.class.getName());
        var program = new ProcessBuilder(line).redirectErrorStream(true).start();
        program.getOutputStream().close();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor(), said);
        return said;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /// Whoever is root may lock what he likes.
    private static List<String> withoutRights() {
        return isRoot() ? List.of("setpriv", "--bounding-set=-ipc_lock") : List.of();
    }

    private static long kilobytes(String said, String name) {
        return said.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leaves_no_core_file_and_is_closed_to_others_and_its_keys_are_locked() throws Exception {
        String said = closed(withoutRights(), "ulimit -c $(ulimit -H -c); ulimit -l 8192");
        assertTrue(said.startsWith("dumpable 0\n"), said);
        assertTrue(said.matches("(?s).*Max core file size +0 +0 .*"), said);
        assertEquals(KeyMemory.whole().byteSize() / 1024, kilobytes(said, "VmLck:"));
    }

    @Test
    void is_locked_wholly_where_that_has_no_limit() throws Exception {
        // Only root is held to no limit, and what a unit of systemd starts.
        Assumptions.assumeTrue(isRoot());
        String said = closed(List.of(), "true");
        assertTrue(kilobytes(said, "VmLck:") >= kilobytes(said, "VmRSS:"), said);
    }
}
