package org.watchword.desk.cli;

import static org.watchword.desk.Foreign.promise;

import java.util.Set;
import org.watchword.desk.Foreign;
import org.watchword.desk.cli.SettingsFile.Read;

/// Any text as the settings of a desk: refused with a reason, or written and read as the same.
public final class AnySettings {
    private static final Set<String> SPOKEN = Set.of("en", "ru");

    public static void fuzzerTestOneInput(byte[] data) {
        Read read = SettingsFile.read(Foreign.text(data), SPOKEN);
        switch (read) {
            case Read.Bad(var why) -> promise(!why.key().isEmpty(), "a refusal says why");
            case Read.Good(Settings settings) ->
                    promise(
                            SettingsFile.read(SettingsText.of(settings), SPOKEN).equals(read),
                            "what was read and written is read as the same");
        }
    }

    private AnySettings() {}
}
