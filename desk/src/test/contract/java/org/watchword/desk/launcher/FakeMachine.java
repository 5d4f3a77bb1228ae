package org.watchword.desk.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// A machine made of directories: a checkout with the real launcher in it, a home, a root with its
/// `/usr/lib/jvm` and `/opt`, and a `PATH` that holds the plain tools and nothing of Java.
///
/// A fake JDK answers `-version` with the lines it was given and prints every other argument on a
/// line of its own. A fake mvn makes empty jars and keeps what it was asked. Nothing here starts a
/// real build. Every directory has a space in its name.
final class FakeMachine {
    static final String JAVA_25 = "openjdk version \"25.0.1\" 2025-10-21 LTS";

    private static final String INITDB = "usr/lib/postgresql/15/bin/initdb";
    private static final String FAKE_SMSC = "usr/lib/kannel/test/fakesmsc";

    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "cat",
                    "cmp",
                    "cp",
                    "date",
                    "dirname",
                    "basename",
                    "dash",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "sleep",
                    "sort",
                    "tail",
                    "touch",
                    "tr",
                    "uname");

    private final Path top;
    private final Path path;
    private final Map<String, String> environment = new TreeMap<>();

    FakeMachine(Path temporary) {
        top = temporary.resolve("a machine");
        path = directory("tools in path");
        for (String name : TOOLS) {
            tool(name);
        }
        environment.put("PATH", path.toString());
        environment.put("HOME", directory("home of wren").toString());
        environment.put("WATCHWORD_PLACES", directory("root").toString());
        environment.put("WATCHWORD_SYSTEM", "Linux");
        environment.put("LC_ALL", "C.UTF-8");
        system("ID=debian\nVERSION_ID=13\nVERSION_CODENAME=trixie\n");
        // Whoever runs the tests: on this machine it is root.
        onPath("id", "echo 0\n");
        checkOut();
    }

    /// A JDK at that place below the machine's top, with the lines its `-version` prints.
    Path jdk(String place, String... versionLines) {
        Path home = directory(place);
        var lines = new StringBuilder("#!/bin/sh\nif [ \"$1\" = -version ]; then\n");
        for (String line : versionLines) {
            lines.append("printf '%s\\n' '").append(line).append("' >&2\n");
        }
        lines.append("exit\nfi\necho \"java of ").append(place).append("\"\n");
        lines.append("for one in \"$@\"; do printf '%s\\n' \"[$one]\"; done\n");
        lines.append("for one in \"$@\"; do [ \"$one\" != \"$FAILS\" ] || exit 1; done\n");
        script(home.resolve("bin/java"), lines.toString());
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    /// A Java that can run and not compile.
    Path jre(String place, String versionLine) {
        Path home = jdk(place, versionLine);
        delete(home.resolve("bin/javac"));
        return home;
    }

    /// A mvn of that version on the path. It builds every module and ends with that status.
    void mvn(String version, int status) {
        mvn(version, status, "");
    }

    /// The same, with lines of its own to run, by which it can leave test reports.
    void mvn(String version, int status, String more) {
        onPath(
                "mvn",
                """
                if [ "$1" = -v ]; then echo 'a warning'; echo 'Apache Maven %s (abc)'; exit; fi
                echo "$JAVA_HOME" >"%s"
                for one in "$@"; do echo "$one"; done >>"%s"
                echo '[INFO] --- maven-compiler-plugin:3:compile (default) @ watchword-desk ---'
                echo '[ERROR] the compiler has something to say'
                case " $* " in *' -f '*) cd target/again ;; esac
                for module in formats desk story-desk bench; do
                    mkdir -p $module/target/lib
                    echo jar >$module/target/watchword-$module.jar
                done
                %s
                exit %d
                """
                        .formatted(
                                version,
                                top.resolve("mvn-java"),
                                top.resolve("mvn-asked"),
                                more,
                                status));
    }

    /// Kannel and its fake SMSC where Debian puts them.
    void kannel() {
        for (String place : List.of("usr/sbin/bearerbox", "usr/sbin/smsbox", FAKE_SMSC)) {
            script(top.resolve("root").resolve(place), "#!/bin/sh\n");
        }
    }

    /// Its program for tests is taken away, which is in a package of its own.
    void kannelForUseOnly() {
        kannel();
        delete(top.resolve("root").resolve(FAKE_SMSC));
    }

    /// Its programs are on nobody's path: Debian puts them aside, by version.
    void postgres() {
        script(top.resolve("root").resolve(INITDB), "#!/bin/sh\n");
    }

    void noPostgres() {
        delete(top.resolve("root").resolve(INITDB));
    }

    /// A program of that name on the path, in shell.
    void onPath(String name, String script) {
        script(path.resolve(name), "#!/bin/sh\n" + script);
    }

    /// What is in the place of `/etc/os-release`.
    void system(String osRelease) {
        environment.put(
                "WATCHWORD_OS_RELEASE", write(top.resolve("os-release"), osRelease).toString());
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    void linkOnPath(String name, Path target) {
        link(path.resolve(name), target);
    }

    Path checkout() {
        return top.resolve("check out");
    }

    Path top() {
        return top;
    }

    /// The Java home mvn was run with, or nothing when it was not run.
    String mvnRanWith() {
        return read(top.resolve("mvn-java"));
    }

    List<String> mvnWasAsked() {
        return read(top.resolve("mvn-asked")).lines().toList();
    }

    Ran run(String... arguments) {
        return runAt(checkout().resolve("watchword"), checkout(), arguments);
    }

    Ran runAt(Path launcher, Path workingDirectory, String... arguments) {
        var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = top.resolve("stdout");
        Path err = top.resolve("stderr");
        var builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end: " + read(err));
            }
            return new Ran(process.exitValue(), read(out), read(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// What one run of the launcher came to.
    record Ran(int status, String out, String err) {}

    private void checkOut() {
        Path real = Path.of("..").toAbsolutePath().normalize();
        script(checkout().resolve("watchword"), read(real.resolve("watchword")));
        for (String part : List.of(".ci/tests.sh", ".ci/mutation.sh")) {
            write(checkout().resolve(part), read(real.resolve(part)));
        }
        write(
                checkout().resolve("pom.xml"),
                """
                <module>formats</module>
                <module>desk</module>
                <module>story-desk</module>
                <module>browser</module>
                """);
        write(checkout().resolve(".mvn/jvm.config"), "");
        for (String module : List.of("formats", "desk", "story-desk", "bench")) {
            write(checkout().resolve(module + "/pom.xml"), "");
            write(checkout().resolve(module + "/src/main/java/A.java"), "");
        }
    }

    /// A script and no link: JUnit would warn of each link it clears away.
    private void tool(String name) {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path real = Path.of(place, name);
            if (Files.isExecutable(real)) {
                script(path.resolve(name), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
                return;
            }
        }
    }

    private Path directory(String place) {
        try {
            return Files.createDirectories(top.resolve(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void script(Path file, String text) {
        write(file, text);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void link(Path link, Path target) {
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
