package org.watchword.story.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The runner's end of the pipe to one process: a line there, a line back.
final class Pipe {
    private static final String CLOSED = "\u0000";

    private final Process process;
    private final BufferedWriter out;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    Pipe(Process process) {
        this.process = process;
        out =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().name("desk-pipe").start(this::listen);
    }

    private void listen() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(line);
            }
        } catch (IOException e) {
            // The process is gone; whoever waits is told so below.
        }
        answers.add(CLOSED);
    }

    synchronized String ask(String line, Duration patience) {
        say(line);
        return answer(line, patience);
    }

    /// The answer to a line that was said.
    synchronized String answer(String line, Duration patience) {
        try {
            String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new DeskGone("no answer in time to: " + firstWord(line));
            }
            if (answer.equals(CLOSED)) {
                answers.add(CLOSED);
                throw new DeskGone("the desk's process ended");
            }
            if (answer.startsWith("wrong ")) {
                throw new DeskGone(answer.substring("wrong ".length()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskGone("interrupted", e);
        }
    }

    void say(String line) {
        try {
            out.write(line);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new DeskGone("the desk's process ended", e);
        }
    }

    /// Founding orders carry passphrases: only the command is ever named.
    private static String firstWord(String line) {
        return line.split(" ", 2)[0];
    }
}
