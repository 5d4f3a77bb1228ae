package org.watchword.desk.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WholeCharacters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `desk.yaml`. Every value is checked here, so that a desk either starts as it was told or
/// says which line to change. What {@link SettingsText} writes reads back as it was.
public final class SettingsFile {
    /// The name of the file in a desk's directory.
    public static final String NAME = "desk.yaml";

    private static final long BYTES = 64 * 1024;

    /// What reading gave.
    public sealed interface Read {
        record Good(Settings settings) implements Read {}

        record Bad(Sentence why) implements Read {}
    }

    /// Reads the settings of a desk's directory; `spoken` are the languages the program has.
    public static Read in(Path directory, Set<String> spoken) {
        return from(directory.resolve(NAME), spoken);
    }

    /// Reads settings from a file of any name.
    public static Read from(Path file, Set<String> spoken) {
        try {
            if (Files.size(file) > BYTES) {
                return bad("cli.settings.too-large");
            }
            return read(Files.readString(file, StandardCharsets.UTF_8), spoken);
        } catch (NoSuchFileException e) {
            return bad("cli.settings.missing");
        } catch (CharacterCodingException e) {
            return bad("cli.settings.not-utf8");
        } catch (IOException e) {
            return bad("cli.settings.unreadable");
        }
    }

    static Read read(String yaml, Set<String> spoken) {
        try {
            JsonNode root =
                    YAMLMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build()
                            .readTree(new WholeCharacters(yaml));
            var settings = new SettingsValues(root, spoken).read();
            return ListenerRules.flaw(settings)
                    .<Read>map(Read.Bad::new)
                    .orElseGet(() -> new Read.Good(settings));
        } catch (JacksonException e) {
            return new Read.Bad(Sentence.of("cli.settings.not-yaml", "line", line(e)));
        } catch (SettingsValues.Wrong e) {
            return new Read.Bad(e.why());
        }
    }

    private static Read bad(String key) {
        return new Read.Bad(Sentence.of(key));
    }

    private SettingsFile() {}

    /// In which line a file stopped being YAML; the first where the reader does not say.
    public static int line(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? 1 : Math.max(1, at.getLineNr());
    }
}
