package org.watchword.bench.keeper;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;

/// A desk in a process of its own that says how much of the heap it takes once it rings.
public final class HeldDesk {
    private HeldDesk() {}

    /// Opens the desk in that directory and closes it again.
    ///
    /// @return bytes in use when nothing is left that nobody needs
    public static long heap(Path directory) {
        try (Program program = Program.start(HeldDesk.class.getName(), directory.toString())) {
            return Long.parseLong(program.line());
        }
    }

    public static void main(String[] arguments) {
        try (Desk desk = FilledDesk.open(Path.of(arguments[0]), Surroundings.real())) {
            desk.start();
            System.gc();
            System.out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
