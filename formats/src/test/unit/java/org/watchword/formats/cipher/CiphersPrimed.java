package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class CiphersPrimed {
    /// Priming is the first use after a start: a Java whose ciphers are broken shows itself here.
    @Test
    void open_what_they_sealed() {
        assertDoesNotThrow(Primed::fields);
    }
}
