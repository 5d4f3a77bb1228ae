package org.watchword.desk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Pem;
import org.watchword.desk.cli.Settings.Reach;

class SettingsThatCannotBeRead {
    private static final String GOOD =
            """
            name: Harbour
            zone: Europe/Moscow
            language: en
            staff:
              host: staff.localhost
              port: 0
            """;
    private static final Set<String> SPOKEN = Set.of("en", "ru");

    @TempDir Path dir;

    @Test
    void good_ones_are_read() {
        assertEquals(
                new SettingsFile.Read.Good(
                        new Settings(
                                "Harbour",
                                ZoneId.of("Europe/Moscow"),
                                new Language("en"),
                                "staff.localhost",
                                0)),
                SettingsFile.read(GOOD, SPOKEN));
    }

    private static SettingsFile.Read linked(String link) {
        return SettingsFile.read(GOOD.replace("port: 0", "port: 0\n  link: " + link), SPOKEN);
    }

    @Test
    void links_may_begin_with_another_address_than_host_and_port() {
        for (String link : List.of("https://desk.example", "http://d.example:8080")) {
            var good = assertInstanceOf(SettingsFile.Read.Good.class, linked(link), link);
            assertEquals(Optional.of(link), good.settings().staffLink());
        }
    }

    @Test
    void an_address_for_links_that_is_none_is_named() {
        for (String link :
                List.of("desk.example", "https://desk.example/", "ftp://d.example", "https://A")) {
            var bad = assertInstanceOf(SettingsFile.Read.Bad.class, linked(link), link);
            assertEquals("cli.settings.bad-link", bad.why().key());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Harbour | name: | cli.settings.missing-key",
                "zone: Europe/Moscow | zone: Mars/Olympus | cli.settings.bad-zone",
                "language: en | language: xx | cli.settings.bad-language",
                "port: 0 | port: 65536 | cli.settings.bad-port",
                "port: 0 | port: 87777777777777777777 | cli.settings.bad-port",
                "port: 0 | port: many | cli.settings.bad-port",
                "staff.localhost | Staff!Host | cli.settings.bad-host",
                "name: Harbour | nmae: Harbour | cli.settings.unknown-key",
                "zone: Europe/Moscow | name: Twice | cli.settings.not-yaml",
                "staff: | staff | cli.settings.not-yaml",
            })
    void each_mistake_is_named(String good, String mistake, String key) {
        var read = SettingsFile.read(GOOD.replace(good, mistake), SPOKEN);
        assertEquals(key, assertInstanceOf(SettingsFile.Read.Bad.class, read).why().key());
    }

    @Test
    void a_missing_file_another_encoding_and_a_huge_one_are_named() throws IOException {
        assertEquals("cli.settings.missing", why());
        Files.write(dir.resolve(SettingsFile.NAME), new byte[] {'n', ':', ' ', (byte) 0xff});
        assertEquals("cli.settings.not-utf8", why());
        Files.write(dir.resolve(SettingsFile.NAME), new byte[100_000]);
        assertEquals("cli.settings.too-large", why());
    }

    private String why() {
        var read = SettingsFile.in(dir, SPOKEN);
        return assertInstanceOf(SettingsFile.Read.Bad.class, read).why().key();
    }

    @Test
    void a_desk_with_everything_is_written_and_read_back_as_it_was() {
        for (Reach reach : Reach.values()) {
            var settings = everything(reach);
            assertEquals(
                    new SettingsFile.Read.Good(settings),
                    SettingsFile.read(SettingsText.of(settings), SPOKEN),
                    reach.name());
        }
    }

    private static Settings everything(Reach reach) {
        String end =
                switch (reach) {
                    case LOOPBACK -> ".localhost";
                    case ONION -> ".onion";
                    case OWN_CERTIFICATE, PROXY -> ".example";
                };
        var backup = new Settings.Backup(Path.of("/srv/far away"), List.of("age1qqq", "age1zzz"));
        return new Settings(
                "yes: \"Гавань\" # no",
                ZoneId.of("Europe/Moscow"),
                new Language("ru"),
                reach,
                entrance(reach, "staff" + end, 8600, Optional.of("https://staff.example")),
                Optional.of(entrance(reach, "door" + end, 8601, Optional.empty())),
                Optional.of(entrance(reach, "site" + end, 8602, Optional.empty())),
                Optional.of(backup));
    }

    private static Entrance entrance(Reach reach, String host, int port, Optional<String> link) {
        Optional<Pem> pem =
                reach == Reach.OWN_CERTIFICATE
                        ? Optional.of(new Pem(Path.of("/etc/ssl/a b.pem"), Path.of("/etc/k.pem")))
                        : Optional.empty();
        return new Entrance(host, port, link, Optional.of("127.0.0.1"), pem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "staff.localhost | 0 | loopback | cli.settings.name-twice",
                "door.localhost | 8600 | loopback | cli.settings.port-twice",
                "door.example | 0 | loopback | cli.settings.not-loopback",
                "door.localhost | 0 | onion | cli.settings.not-onion",
                "door.localhost | 0 | own-certificate | cli.settings.no-certificate",
                "door.localhost | 0 | carrier-pigeon | cli.settings.bad-reach",
            })
    void names_that_do_not_go_together_are_refused(
            String host, int port, String reach, String key) {
        String yaml =
                GOOD.replace("port: 0", "port: 8600")
                        + "door:\n  host: %s\n  port: %d\nreach: %s\n".formatted(host, port, reach);
        var read = SettingsFile.read(yaml, SPOKEN);
        assertEquals(key, assertInstanceOf(SettingsFile.Read.Bad.class, read).why().key());
    }
}
