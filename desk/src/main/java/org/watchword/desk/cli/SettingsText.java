package org.watchword.desk.cli;

import org.watchword.desk.cli.Settings.Backup;
import org.watchword.desk.cli.Settings.Entrance;
import tools.jackson.databind.json.JsonMapper;

/// Writes settings as the YAML that {@link SettingsFile} reads.
public final class SettingsText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringBuilder out = new StringBuilder();

    /// The whole text of `desk.yaml`.
    public static String of(Settings settings) {
        var text = new SettingsText();
        text.all(settings);
        return text.out.toString();
    }

    private void all(Settings settings) {
        line("", "name", settings.name());
        line("", "zone", settings.zone().getId());
        line("", "language", settings.language().tag());
        line("", "reach", SettingsValues.word(settings.reach()));
        entrance("staff", settings.staff());
        settings.door().ifPresent(door -> entrance("door", door));
        settings.site().ifPresent(site -> entrance("site", site));
        settings.backup().ifPresent(this::backup);
    }

    private void entrance(String key, Entrance entrance) {
        out.append(key).append(":\n");
        line("  ", "host", entrance.host());
        out.append("  port: ").append(entrance.port()).append('\n');
        entrance.link().ifPresent(link -> line("  ", "link", link));
        entrance.address().ifPresent(address -> line("  ", "address", address));
        entrance.certificate()
                .ifPresent(pem -> {
                    line("  ", "certificate", pem.chain().toString());
                    line("  ", "key", pem.key().toString());
                });
    }

    private void backup(Backup backup) {
        out.append("backup:\n");
        line("  ", "directory", backup.directory().toString());
        if (!backup.recipients().isEmpty()) {
            out.append("  recipients:\n");
            backup.recipients()
                    .forEach(one -> out.append("    - ").append(quoted(one)).append('\n'));
        }
    }

    private void line(String indent, String key, String value) {
        out.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
    }

    /// Quotes where plain YAML could mean something else; every JSON string is one of YAML.
    private static String quoted(String value) {
        boolean plain =
                value.matches("[A-Za-z/][A-Za-z0-9/._-]*")
                        && !value.matches("(?i)(y|n|yes|no|on|off|true|false|null)");
        return plain ? value : JSON.writeValueAsString(value);
    }

    private SettingsText() {}
}
