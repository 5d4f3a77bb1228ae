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

    /// What Java notes at the end of a run; the cache is made of it.
    Path noted() {
        return place.resolve("start.noted");
    }

    /// From its next start on, a desk notes at its end what a cache is made of.
    void notedBy(DeskProcess desk) throws IOException {
        System.setProperty(CLASS_PATH, inJars());
        desk.runUnder(with("-XX:AOTMode=record -XX:AOTConfiguration=" + noted()));
    }

    /// Makes the cache. From its next start on, a desk begins with it.
    void givenTo(DeskProcess desk) throws IOException, InterruptedException {
        List<String> line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + noted(),
                        "-XX:AOTCache=" + file(),
                        "-cp",
                        System.getProperty(CLASS_PATH));
        File said = place.resolve("said.txt").toFile();
        Process made =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said).start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException(
                    "no cache was made: " + Files.readString(said.toPath()));
        }
        desk.runUnder(with("-XX:AOTCache=" + file()));
    }

    /// Desks start as they did before.
    void leave(DeskProcess desk) {
        System.setProperty(CLASS_PATH, before);
        desk.runUnder(List.of());
    }

    /// What Java says of itself must not stand on the pipe to the desk.
    private static List<String> with(String options) {
        return List.of(
                "env", "JAVA_TOOL_OPTIONS=-Xlog:disable -Xlog:all=warning:stderr " + options);
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
            for (Path file : files.filter(one -> !one.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean many = Files.isDirectory(file);
                packed.putNextEntry(new ZipEntry(many ? name + "/" : name));
                if (!many) {
                    Files.copy(file, packed);
                }
            }
        }
        return jar;
    }
}
