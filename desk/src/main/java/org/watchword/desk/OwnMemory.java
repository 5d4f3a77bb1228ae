package org.watchword.desk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.watchword.formats.cipher.KeyMemory;

/// Keeps what this process has in memory out of everything that outlives it: no core file, no look
/// from another program of the same user, no page of it on a swap disk as far as it is allowed.
///
/// What the system refuses is not told here: {@link org.watchword.desk.cli.MemoryFindings} looks at
/// what came of it, from outside, in a running desk too.
public final class OwnMemory {
    // As Linux numbers them on the processors that Java has a foreign-function interface for.
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_MEMLOCK = 8;
    private static final int PR_SET_DUMPABLE = 4;
    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    private static final int MCL_ONFAULT = 4;
    private static final int CAP_IPC_LOCK = 14;
    private static final long UNLIMITED = -1;

    /// Closes it, once, before the first key is read. Elsewhere than on Linux nothing is done.
    public static void close() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int _ = (int) limits("setrlimit").invokeExact(RLIMIT_CORE, limit);
            int _ = (int) prctl().invokeExact(PR_SET_DUMPABLE, 0L);
            int asked = (int) limits("getrlimit").invokeExact(RLIMIT_MEMLOCK, limit);
            boolean noLimit = asked == 0 && limit.get(ValueLayout.JAVA_LONG, 0) == UNLIMITED;
            boolean all = noLimit || mayLock();
            if (!all || (int) lockAll().invokeExact(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0) {
                MemorySegment keys = KeyMemory.whole();
                int _ = (int) lock().invokeExact(keys, keys.byteSize());
            }
        } catch (RuntimeException e) {
            // This Java cannot call the system. A desk must ring all the same, and `check` tells.
        } catch (Throwable e) {
            throw new IllegalStateException("the system could not be called", e);
        }
    }

    /// Whoever has this capability is held to no limit.
    private static boolean mayLock() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(capabilities -> (capabilities >> CAP_IPC_LOCK & 1) == 1);
    }

    private static MethodHandle limits(String function) {
        return of(
                function,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    private static MethodHandle prctl() {
        return of(
                "prctl",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
    }

    /// Only where the limit is none: a limit that is reached later would refuse memory, and with it
    /// threads, to a desk that has to ring.
    private static MethodHandle lockAll() {
        return of("mlockall", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }

    private static MethodHandle lock() {
        return of(
                "mlock",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    private static MethodHandle of(
            String function, FunctionDescriptor takes, Linker.Option... options) {
        Linker system = Linker.nativeLinker();
        return system.downcallHandle(system.defaultLookup().findOrThrow(function), takes, options);
    }

    private OwnMemory() {}
}
