package org.watchword.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A key pair of the program `age`, made by it.
record AgeKeys(Path identity, String recipient) {
    /// Without the program there is nothing to try; the launcher says so and how to install it.
    static AgeKeys made(Path directory, String name) throws IOException, InterruptedException {
        Path file = directory.resolve(name + ".key");
        String said = ran(List.of("age-keygen", "-o", file.toString()));
        Assumptions.assumeTrue(Files.exists(file), "age is not here");
        int at = said.indexOf("age1");
        return new AgeKeys(file, said.substring(at).strip());
    }

    /// Opens a file that was sealed to it, as anybody does who has the key and the program.
    String opened(Path sealed, Path into) throws InterruptedException {
        return ran(
                List.of(
                        "age",
                        "-d",
                        "-i",
                        identity.toString(),
                        "-o",
                        into.toString(),
                        sealed.toString()));
    }

    static String ran(List<String> line) throws InterruptedException {
        try {
            Process child = new ProcessBuilder(line).redirectErrorStream(true).start();
            child.getOutputStream().close();
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return child.waitFor() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            return "not here";
        }
    }
}
