package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.ReadingKey;

/// The key with which the desk writes while nobody is signed in.
class WhatTheDeskWrites {
    private static final Instant AT = Instant.parse("2026-11-29T15:04:05.678Z");

    private final SecureRandom random = new SecureRandom();

    private DeskWriting desk(int watchKey) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) watchKey);
        try (var key = WatchKey.of(new Secret(bytes))) {
            return new Vault(key, random).deskWriting();
        }
    }

    @Test
    void is_signed_by_a_key_that_comes_back_with_the_watch_key() {
        assertEquals(desk(1).author(), desk(1).author());
        assertNotEquals(desk(1).author(), desk(2).author());
    }

    @Test
    void is_one_of_these_and_nothing_else() {
        Set<String> words =
                Arrays.stream(Unattended.values())
                        .map(one -> one.type().word())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "alarm",
                        "check-in",
                        "ladder-event",
                        "intake-report",
                        "erased",
                        "epoch",
                        "glass-used",
                        "suspended"),
                words);
    }

    @Test
    void names_its_own_key_and_signs_no_other_statement_that_people_bring() {
        var desk = desk(1);
        var heron = SigningKey.fresh(random);
        var founder =
                new Statement.Founder(
                        new AccountNumber(1), Keys.of(heron, ReadingKey.fresh(random)));
        var founding =
                Link.founding(
                                new OrganisationId(Octets.of(new byte[16])),
                                AT,
                                new Statement.Founding(List.of(founder)))
                        .signedBy(heron);
        var chain = ((Membership.Outcome.Follows) Membership.founded(founding)).membership();
        var ours = chain.next(new Statement.DeskKey(desk.author()), AT).signedBy(heron);
        assertEquals(ours.link(), desk.named(ours).link());
        for (Statement other :
                List.of(
                        new Statement.DeskKey(AuthorKey.of(heron)),
                        new Statement.AuthorityGiven(new AccountNumber(2)))) {
            var signed = chain.next(other, AT).signedBy(heron);
            assertThrows(IllegalArgumentException.class, () -> desk.named(signed));
        }
    }
}
