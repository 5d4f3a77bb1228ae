package org.watchword.desk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Threads for long reckoning that nobody rings by: where others want a processor, each of these
/// has a tenth of what one of the others has; where nobody does, all of it.
///
/// Java's own priorities do nothing on Linux unless the whole program is started with rights over
/// the machine, so the system is asked (setpriority(2), which there takes a single thread). Where
/// it refuses, or is another system, the thread is one like all others.
final class GivingWay {
    private static final int WHICH_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    /// A step is a fourth; ten of them are a tenth (sched(7), "The nice value").
    private static final int NICE = 10;

    /// From now on the calling thread gives way, to its end.
    static void here() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            int _ = (int) setPriority().invokeExact(WHICH_PROCESS, THIS_THREAD, NICE);
        } catch (RuntimeException e) {
            // This Java cannot call the system.
        } catch (Throwable e) {
            throw new IllegalStateException("the system could not be called", e);
        }
    }

    private static MethodHandle setPriority() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT));
    }

    private GivingWay() {}
}
