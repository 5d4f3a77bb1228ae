package org.watchword.desk.cli.watcher;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WholeCharacters;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.delivery.ChannelKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `watcher.yaml`: a watcher either starts as it was told or says what to change.
public final class WatcherFile {
    public static final String NAME = "watcher.yaml";

    private static final long BYTES = 64 * 1024;

    /// What reading gave.
    public sealed interface Read {
        record Good(WatcherSettings settings) implements Read {}

        record Bad(Sentence why) implements Read {}
    }

    /// Reads the file of a watcher's directory.
    ///
    /// @param spoken the languages the program has
    public static Read in(Path directory, Set<String> spoken, List<ChannelKind> kinds) {
        try {
            Path file = directory.resolve(NAME);
            if (Files.size(file) > BYTES) {
                return bad("cli.watcher.file.too-large");
            }
            return read(Files.readString(file, StandardCharsets.UTF_8), spoken, kinds);
        } catch (NoSuchFileException e) {
            return bad("cli.watcher.file.missing");
        } catch (CharacterCodingException e) {
            return bad("cli.watcher.file.not-utf8");
        } catch (IOException e) {
            return bad("cli.watcher.file.unreadable");
        }
    }

    static Read read(String yaml, Set<String> spoken, List<ChannelKind> kinds) {
        try {
            var root =
                    YAMLMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build()
                            .readTree(new WholeCharacters(yaml));
            return new Read.Good(new WatcherValues(root, spoken, kinds).read());
        } catch (JacksonException e) {
            return new Read.Bad(
                    Sentence.of("cli.watcher.file.not-yaml", "line", SettingsFile.line(e)));
        } catch (WatcherValues.Wrong e) {
            return new Read.Bad(e.why());
        }
    }

    private static Read bad(String key) {
        return new Read.Bad(Sentence.of(key));
    }

    private WatcherFile() {}
}
