package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.vault.PassphraseRules.Flaw;

class Passphrase {
    private final PassphraseRules rules = PassphraseRules.read();

    @Test
    void needs_fifteen_characters_whatever_their_bytes() {
        assertEquals(Optional.of(Flaw.TOO_SHORT), flaw("vogel am fluss"));
        assertEquals(Optional.empty(), flaw("vogel am flusse"));
        assertEquals(Optional.of(Flaw.TOO_SHORT), flaw("ветер над рекo"));
        assertEquals(Optional.empty(), flaw("ветер над рекой"));
        assertEquals(Optional.of(Flaw.TOO_SHORT), flaw(""));
    }

    @Test
    void may_be_long_but_is_never_cut() {
        assertEquals(Optional.empty(), flaw("winter morning kettle ".repeat(11)));
        assertEquals(Optional.of(Flaw.TOO_LONG), flaw("k".repeat(257)));
    }

    @Test
    void asks_for_no_kinds_of_characters() {
        assertEquals(Optional.empty(), flaw("seven lamps beside a river"));
        assertEquals(Optional.empty(), flaw("83620581746205839"));
    }

    @Test
    void is_refused_when_everybody_tries_it_first() {
        for (String common :
                List.of(
                        "passwordpassword",
                        "Password123456789!",
                        "correct horse battery staple",
                        "aaaaaaaaaaaaaaaaaaaa",
                        "abcdefghijklmnopqrs",
                        "abcabcabcabcabcabc",
                        "qwertyuiopasdfghjkl",
                        "йцукенгшщзхъ12345",
                        "123456789012345678",
                        "               ")) {
            assertEquals(Optional.of(Flaw.COMMON), flaw(common), common);
        }
    }

    @Test
    void is_refused_when_it_is_made_of_names_near_to_hand() {
        assertEquals(Optional.of(Flaw.COMMON), flaw("wren harbour wren 2021"));
        assertEquals(Optional.of(Flaw.COMMON), flaw("HARBOUR-desk-wren-wren"));
        assertEquals(Optional.empty(), flaw("wren drinks cold tea"));
    }

    private Optional<Flaw> flaw(String passphrase) {
        try (var secret = new Secret(passphrase.getBytes(StandardCharsets.UTF_8))) {
            return rules.flaw(secret, List.of("Wren", "Harbour desk"));
        }
    }
}
