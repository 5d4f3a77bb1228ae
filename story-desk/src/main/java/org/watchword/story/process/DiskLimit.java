package org.watchword.story.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.watchword.desk.store.Reserve;

/// A disk that takes nothing more, made with the limit that the system itself keeps on the size of
/// this process's files: every write beyond it fails as on a full disk. Giving up the reserve makes
/// room, as it does there.
final class DiskLimit {
    /// The number of that limit on Linux, macOS and the BSDs.
    private static final int RLIMIT_FSIZE = 1;

    /// Less than one page of the database's log.
    private static final long NOTHING = 1_024;

    private static final long RESERVED = 64L * 1024 * 1024;

    private final MethodHandle setLimit;
    private final long unlimited;
    private volatile boolean full;

    DiskLimit() {
        var linker = Linker.nativeLinker();
        var descriptor =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        var libc = linker.defaultLookup();
        setLimit = linker.downcallHandle(libc.findOrThrow("setrlimit"), descriptor);
        unlimited = hardLimit(linker.downcallHandle(libc.findOrThrow("getrlimit"), descriptor));
    }

    private static long hardLimit(MethodHandle getLimit) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(ValueLayout.JAVA_LONG, 2);
            call(getLimit, limit);
            return limit.getAtIndex(ValueLayout.JAVA_LONG, 1);
        }
    }

    /// From now on the disk takes nothing, or does again.
    void fill(boolean now) {
        full = now;
        set(now ? NOTHING : unlimited);
    }

    private void set(long bytes) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(ValueLayout.JAVA_LONG, 2);
            limit.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes);
            limit.setAtIndex(ValueLayout.JAVA_LONG, 1, unlimited);
            call(setLimit, limit);
        }
    }

    @SuppressWarnings("IllegalCatch")
    private static void call(MethodHandle function, MemorySegment limit) {
        try {
            int status = (int) function.invokeExact(RLIMIT_FSIZE, limit);
            if (status != 0) {
                throw new IllegalStateException("the limit on files cannot be set");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// The desk's reserve as this disk has it: it cannot be held while the disk is full, and giving
    /// it up makes room.
    Reserve over(Reserve real) {
        return new Reserve() {
            @Override
            public boolean hold() {
                return !full && real.hold();
            }

            @Override
            public void release() {
                real.release();
                if (full) {
                    set(RESERVED);
                }
            }
        };
    }
}
