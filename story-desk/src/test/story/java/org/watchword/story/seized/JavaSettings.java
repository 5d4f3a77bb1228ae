package org.watchword.story.seized;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of Java that the launcher gives to `serve`.
final class JavaSettings {
    private static final Pattern WITH_JAVA = Pattern.compile("(?ms)^with_java\\(\\) \\{.*?^}");
    private static final Pattern SETTING = Pattern.compile("-XX:[+-]?\\w+(=[\\w/]+)?");

    static List<String> ofServe() throws IOException {
        List<String> settings = new ArrayList<>();
        Matcher launching = WITH_JAVA.matcher(Files.readString(Path.of("../watchword")));
        if (!launching.find()) {
            throw new IllegalStateException("the launcher starts no Java");
        }
        SETTING.matcher(launching.group()).results().forEach(one -> settings.add(one.group()));
        for (String line : Files.readAllLines(Path.of("../dist/serve.jvm"))) {
            if (line.startsWith("-")) {
                settings.add(line);
            }
        }
        return settings;
    }

    private JavaSettings() {}
}
