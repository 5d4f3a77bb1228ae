package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;

class CiphersPrimed {
    /// Priming is the first use after a start: a Java whose ciphers are broken shows itself here.
    @Test
    void open_what_they_sealed() {
        assertDoesNotThrow(() -> Primed.everything(new Drawn("primed")));
        assertDoesNotThrow(Primed::fields);
    }

    @Test
    void keep_no_program_from_ending() {
        assertTrue(Primed.inBackground(new Drawn("in the background")).isDaemon());
    }
}
