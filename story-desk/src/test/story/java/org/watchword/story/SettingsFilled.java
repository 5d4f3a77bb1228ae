package org.watchword.story;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Pem;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.cli.SettingsText;
import org.watchword.story.gateway.Certificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Everything that a desk can be told in `desk.yaml`, each value standing nowhere else.
final class SettingsFilled {
    /// What every desk has, and the program itself says.
    private static final Set<String> NO_NEEDLES = Set.of("en", "own-certificate", "127.0.0.1");

    private final Path desk;
    private final Settings plain;
    private final Settings all;

    private SettingsFilled(Path desk, Settings plain, Settings all) {
        this.desk = desk;
        this.plain = plain;
        this.all = all;
    }

    /// @param pem where certificates and keys are laid
    static SettingsFilled of(Path desk, Path pem, BackupInHand backup) throws IOException {
        if (!(SettingsFile.in(desk, Set.of("en", "ru")) instanceof SettingsFile.Read.Good good)) {
            throw new IllegalStateException("the settings of a story are wrong");
        }
        Files.createDirectories(pem);
        Settings plain =
                good.settings()
                        .withSite(site(Optional.empty()))
                        .withBackup(
                                new Settings.Backup(backup.target(), List.of(backup.recipient())));
        var all =
                new Settings(
                        plain.name(),
                        plain.zone(),
                        plain.language(),
                        Settings.Reach.OWN_CERTIFICATE,
                        withCertificate(plain.staff(), pem.resolve("heron-at-dusk")),
                        Optional.of(
                                withCertificate(
                                        plain.door().orElseThrow(), pem.resolve("ferry-bell"))),
                        Optional.of(site(Optional.of(laid(pem.resolve("open-quay-stairs"))))),
                        plain.backup());
        return new SettingsFilled(desk, plain, all);
    }

    private static Entrance site(Optional<Pem> certificate) {
        return new Entrance(
                "open-quay.localhost",
                0,
                Optional.of("https://kestrel-lantern.example"),
                Optional.of("127.0.0.143"),
                certificate);
    }

    private static Entrance withCertificate(Entrance one, Path pem) throws IOException {
        return new Entrance(
                one.host(),
                one.port(),
                one.link(),
                Optional.of("127.0.0.1"),
                Optional.of(laid(pem)));
    }

    private static Pem laid(Path pem) throws IOException {
        var certificate = Certificate.make(Instant.now(), new SecureRandom());
        Path chain = Path.of(pem + "-chain.pem");
        Path key = Path.of(pem + "-secret.pem");
        Files.writeString(chain, certificate.pem());
        Files.writeString(key, certificate.keyPem());
        return new Pem(chain, key);
    }

    /// Without TLS of its own.
    void writeForPeopleAtThisMachine() throws IOException {
        write(plain);
    }

    void writeAll() throws IOException {
        write(all);
    }

    private void write(Settings settings) throws IOException {
        Files.writeString(desk.resolve(SettingsFile.NAME), SettingsText.of(settings));
    }

    /// Every text that stands in the file.
    Set<String> values() throws IOException {
        Set<String> values = new LinkedHashSet<>();
        collect(new YAMLMapper().readTree(desk.resolve(SettingsFile.NAME).toFile()), values);
        values.removeAll(NO_NEEDLES);
        return values;
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isString()) {
            values.add(node.stringValue());
        }
        node.values().forEach(inner -> collect(inner, values));
    }

    /// What can be set and is not.
    Set<String> leftOut() {
        Set<String> out = new TreeSet<>();
        Set<String> given = new TreeSet<>();
        look("settings", all, given, out);
        out.removeAll(given);
        return out;
    }

    /// An entrance of one kind may lack what another one has.
    private static void look(String name, Object value, Set<String> given, Set<String> out) {
        switch (value) {
            case Optional<?> maybe when maybe.isEmpty() -> out.add(name);
            case Optional<?> maybe -> look(name, maybe.get(), given, out);
            case Record record -> {
                given.add(name);
                for (RecordComponent part : record.getClass().getRecordComponents()) {
                    String of = record.getClass().getSimpleName() + "." + part.getName();
                    look(of, of(record, part), given, out);
                }
            }
            default -> given.add(name);
        }
    }

    private static Object of(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
