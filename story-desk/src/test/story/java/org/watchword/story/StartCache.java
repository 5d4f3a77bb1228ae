package org.watchword.story;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.watchword.story.process.DeskProcess;

/// A start cache made in the worst way: by Java at the end of the very run of a desk in which
/// people typed. What is delivered is made before there is a desk.
final class StartCache {
    private static final String CLASS_PATH = "java.class.path";

    private final Path place;
    private final String before = System.getProperty(CLASS_PATH);

    private StartCache(Path place) {
        this.place = place;
    }

    static StartCache in(Path place) throws IOException {
        return new StartCache(Files.createDirectories(place));
    }

    Path file() {
        return place.resolve("start.aot");
    }

    /// From its next start on, a desk makes one when it ends.
    void madeBy(DeskProcess desk) throws IOException {
        System.setProperty(CLASS_PATH, inJars());
        desk.runUnder(with("-XX:AOTCacheOutput=" + file()));
    }

    /// From its next start on, a desk begins with the one that was made.
    void givenTo(DeskProcess desk) {
        desk.runUnder(with("-XX:AOTCache=" + file()));
    }

    /// Desks start as they did before.
    void leave(DeskProcess desk) {
        System.setProperty(CLASS_PATH, before);
        desk.runUnder(List.of());
    }

    private static List<String> with(String option) {
        return List.of("env", "JAVA_TOOL_OPTIONS=" + option);
    }

    /// Java keeps of a run only what it loaded out of jars.
    private String inJars() throws IOException {
        List<String> all = new ArrayList<>();
        for (String one : before.split(File.pathSeparator, -1)) {
            Path path = Path.of(one);
            all.add(Files.isDirectory(path) ? jar(path, all.size()).toString() : one);
        }
        return String.join(File.pathSeparator, all);
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = place.resolve("classes-" + number + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                packed.putNextEntry(new ZipEntry(name));
                Files.copy(file, packed);
            }
        }
        return jar;
    }
}
