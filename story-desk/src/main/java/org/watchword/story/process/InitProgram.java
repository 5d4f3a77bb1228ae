package org.watchword.story.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchword.desk.Watchword;

/// The program itself, in a process of its own, as a team runs it to begin a desk.
final class InitProgram {
    /// Each code stands alone on a line, to be copied to paper.
    private static final Pattern CODE = Pattern.compile("(?m)^  ((?:\\p{L}+ ){7}\\p{L}+)$");

    private final Path directory;
    private final Path answers;

    /// @param directory which must not be there yet
    InitProgram(Path directory, Path answers) {
        this.directory = directory;
        this.answers = answers;
    }

    List<String> codes(int founders) throws IOException {
        Process init =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Watchword.class.getName(),
                                "init",
                                directory.toString(),
                                "--answers",
                                answers.toString(),
                                "--founders",
                                "" + founders)
                        .redirectErrorStream(true)
                        .start();
        init.getOutputStream().close();
        String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (init.waitFor() != 0) {
                throw new DeskGone("the desk could not be begun");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskGone("interrupted while a desk was begun", e);
        }
        List<String> codes =
                CODE.matcher(said).results().map((MatchResult one) -> one.group(1)).toList();
        if (codes.size() != founders) {
            throw new DeskGone("a code for each founder was expected");
        }
        return codes;
    }
}
