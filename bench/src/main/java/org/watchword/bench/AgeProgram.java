package org.watchword.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The program age of this machine, if it has one.
final class AgeProgram {
    private final Optional<Path> program;
    private final Path directory;

    AgeProgram(Path directory) {
        this.directory = directory;
        program =
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                        .map(place -> Path.of(place, "age"))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    boolean isHere() {
        return program.isPresent();
    }

    List<String> lacks() {
        return isHere() ? List.of() : List.of("the program age: not on this machine");
    }

    void seal(String recipient, Path from, Path to) throws IOException, InterruptedException {
        run(List.of("-r", recipient, "-o", to.toString(), from.toString()));
    }

    void open(Path key, Path from, Path to) throws IOException, InterruptedException {
        run(List.of("-d", "-i", key.toString(), "-o", to.toString(), from.toString()));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        var line = Stream.concat(Stream.of(program.orElseThrow().toString()), arguments.stream());
        File said = directory.resolve("said").toFile();
        Process process =
                new ProcessBuilder(line.toList())
                        .redirectErrorStream(true)
                        .redirectOutput(said)
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("age: " + Files.readString(said.toPath()));
        }
    }
}
