package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class AThreadThatGivesWay {
    /// proc_pid_stat(5): field 19, and two of them stand before the name's end.
    private static final int NICE = 19 - 3;

    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            String afterName = stat.substring(stat.lastIndexOf(')') + 2);
            return Integer.parseInt(afterName.split(" ", -1)[NICE]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void has_less_of_a_processor_than_the_others_and_takes_nothing_from_them() {
        int before = nice();
        var its = new CompletableFuture<Integer>();
        Thread.ofPlatform()
                .start(() -> {
                    GivingWay.here();
                    its.complete(nice());
                });
        assertEquals(Math.min(before + 10, 19), its.join());
        assertEquals(before, nice());
    }
}
