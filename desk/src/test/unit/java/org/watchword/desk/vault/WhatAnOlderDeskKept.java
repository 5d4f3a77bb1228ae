package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Secret;

/// Bytes that a desk kept before its ciphers moved into the formats; the watch key counts from 0 to
/// 31.
class WhatAnOlderDeskKept {
    private static final String FIELD =
            "01b4ddda68c17534494d2acb3f056266fcb0b9b14ca044156416f026f49def5ce95d90ad5606"
                    + "b6cb00946a3d017c3396163bdb76225730c6143f97ab8a7141dd66a9627f482d3f4809b15978"
                    + "62eb2d415cdfc8ba0fa716d8ee5af53502f364ec883e631faea60986c2";
    private static final String HASH =
            "ded0ccf8d47153cf53a82687a9fc937a076c119eaf83642211f6104fb5e9d692";
    private static final String PUBLIC_KEY =
            "60e0714edd1dfca9f3854712e6d17b87f6bdc2937bae31ccdfb1f3d39ab5c44c";
    private static final String SLOTS =
            "01000100000301aba31ad730392f2603b4655c6f624dcd024abe7a141397c719ea0d38b75a94"
                    + "7822d7da998f0de361fe4dd762dad7672dc61218ce01ae0d066fc681f4ec9a9cf0d450238afa"
                    + "b4d5a14dd0e4bc3e38b14d1ef26ef5fc8d53a7f150685710ec95056e880d328efd3593e33475"
                    + "d53bd91c2325dfe8497ab790e9313f70456e733fb69388cf7a8d2b23c35cb9f4cc094bcd7f0e"
                    + "2c023dd9c15793833779e627e4e9bd56aa7a236cde91fd699177c6fea4c02d55cd223c66120e"
                    + "be62caee16ffbe2018fb4246cbb31c841deaeb16b076a487db605299e1d110cb12001254b09b"
                    + "58ea76e266eeaed320c7deb53b393f34588c275fa64ad4ab4c9b26c438046e1961d9a83d180a"
                    + "9297d3b5cb121bf3bcab900f966b8026b7ed04d4595ae31e7181464a39362b34dfb6ebd2813b"
                    + "87e8f5949e178e253b2ab42a1ff368ba97762c308a5bc9bd495d511160f86a7a56f90ed7b43c"
                    + "97ac77875ace240cec5c15db19823bb24d";
    private static final String SEED =
            "10ee754cd86eb4a8e2329f365d0dc9a4613f45f67ae8621d75320c2b74c7954a";

    private final Vault vault = new Vault(WatchKey.of(new Secret(counted())), new SecureRandom());

    private static byte[] counted() {
        byte[] counted = new byte[32];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = (byte) i;
        }
        return counted;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void opens_and_is_found_under_the_same_watch_key() {
        var place = new FieldSeal.Place("codename", "plan", 7);
        assertEquals("ветер", vault.fieldSeal().open(place, bytes(FIELD)));
        assertArrayEquals(bytes(HASH), vault.keyedHash().of("codename", utf8("harbour")));
        assertArrayEquals(bytes(PUBLIC_KEY), vault.ownKey().publicKey());
    }

    @Test
    void opens_for_the_same_passphrase_with_the_same_seed() {
        var result =
                vault.slots()
                        .open(
                                bytes(SLOTS),
                                7,
                                new Attempt(7, "here", false),
                                new Secret(utf8("ветер над рекой утром")));
        var opened = assertInstanceOf(SlotResult.Opened.class, result);
        assertArrayEquals(bytes(SEED), opened.unlocked().body().seed().getEncoded());
    }
}
