package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;

class CiphersPrimed {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void keep_nobody_from_starting_or_stopping() throws InterruptedException {
        var broken = new AtomicReference<Throwable>();
        Thread primed = Primed.inBackground(new Drawn("primed"));
        primed.setUncaughtExceptionHandler((_, e) -> broken.set(e));
        assertTrue(primed.isDaemon());
        assertTrue(primed.join(LONG), "it ends");
        assertEquals(null, broken.get());
        Primed.fields();
    }
}
