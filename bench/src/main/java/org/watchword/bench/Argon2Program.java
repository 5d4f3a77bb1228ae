package org.watchword.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchword.formats.cipher.Argon2id;

/// The program argon2, over the reference implementation, if this machine has it.
final class Argon2Program {
    private static final Pattern SECONDS = Pattern.compile("(?m)^([0-9.]+) seconds$");
    private static final Pattern HASH = Pattern.compile("(?m)^Hash:\\s+([0-9a-f]+)$");

    private final Optional<Path> program =
            Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                    .map(place -> Path.of(place, "argon2"))
                    .filter(Files::isExecutable)
                    .findFirst();

    /// @param seconds of its CPU, without its start
    record Said(String hash, double seconds) {}

    boolean isHere() {
        return program.isPresent();
    }

    List<String> lacks() {
        return isHere() ? List.of() : List.of("the program argon2: not on this machine");
    }

    Said run(Argon2id cost, String passphrase, String salt)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                program.orElseThrow().toString(),
                                salt,
                                "-id",
                                "-t",
                                Integer.toString(cost.passes()),
                                "-k",
                                Integer.toString(cost.memoryKib()),
                                "-p",
                                Integer.toString(cost.lanes()),
                                "-l",
                                Integer.toString(Argon2id.ROOT_BYTES))
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.getOutputStream()) {
            in.write(passphrase.getBytes(StandardCharsets.UTF_8));
        }
        String said;
        try (var out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        var seconds = SECONDS.matcher(said);
        var hash = HASH.matcher(said);
        if (process.waitFor() != 0 || !seconds.find() || !hash.find()) {
            throw new IllegalStateException("argon2: " + said);
        }
        return new Said(hash.group(1), Double.parseDouble(seconds.group(1)));
    }
}
