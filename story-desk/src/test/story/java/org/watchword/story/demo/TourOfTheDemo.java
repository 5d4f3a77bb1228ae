package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.seized.Seizure;
import org.watchword.story.seized.Trace;
import picocli.CommandLine;

class TourOfTheDemo {
    private static final String HARBOUR = Path.of("..", "stories", "harbour.yaml").toString();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Seizure.Looked> looked = new ArrayList<>();

    @Test
    void plays_every_chapter_loses_nothing_and_says_what_it_measured() {
        int status = demo("--tour", "--story", HARBOUR);
        String lines = said.toString(UTF_8);
        assertEquals(0, status, lines);
        for (String chapter : new String[] {"the call", "the kill", "the answer", "the address"}) {
            assertTrue(lines.contains("\n" + chapter) || lines.startsWith(chapter), lines);
        }
        assertTrue(lines.contains("the desk was away for"), lines);
        assertTrue(lines.contains("no mail lost, none doubled in silence"), lines);
    }

    @Test
    void begins_in_the_middle_with_everything_before_as_it_should_be() {
        var file = Path.of(HARBOUR);
        Story story = ((StoryFile.Reading.Whole) StoryFile.read(file)).story();
        var middle = Optional.of(LocalTime.of(15, 3, 40));
        var wish = new Demo.Wish(file, story, 0, Optional.empty(), middle);
        var opening = Demo.open(wish, InstantSource.system());
        try (Demo demo = ((Demo.Opening.Opened) opening).demo()) {
            assertEquals(List.of(), demo.failures());
            assertFalse(demo.received("Heron").isEmpty());
            var came = demo.seize(Set.of("what a reader typed"), looked::add).orElseThrow();
            assertTrue(came.well(), came.toString());
            assertTrue(came.needles() > 100, came.toString());
            assertEquals(Trace.Kind.values().length, looked.size(), looked.toString());
            assertTrue(looked.getFirst().bytes() > 100_000, looked.toString());
            assertEquals("the address", demo.playNext().orElseThrow().chapter());
            assertEquals(List.of(), demo.failures());
        }
    }

    /// Somebody presses `s` twice. In between an answer that only one person knows stands in a file
    /// of the desk's directory.
    @Test
    void ends_loudly_when_the_search_finds_a_secret(@TempDir Path place) throws Exception {
        Path leak = place.resolve("desk").resolve("leak");
        var twice =
                new SequenceInputStream(
                        typed("s\n", () -> {}),
                        typed("s\n", () -> Files.writeString(leak, "She carried a red kettle.")));
        var keys = new SequenceInputStream(twice, typed("-", TourOfTheDemo::goneOn));
        assertEquals(1, demo(keys, "--dir", place.toString(), "--story", HARBOUR));
        String lines = said.toString(UTF_8);
        int first = lines.indexOf("FOUND: NOTHING.");
        int second = lines.indexOf("!!! FOUND: “a red kettle” is readable in leak (plain).");
        assertTrue(first > 0 && second > first, lines);
        assertEquals(first, lines.lastIndexOf("FOUND: NOTHING."), lines);
    }

    /// The terminal is gone.
    private static void goneOn() throws IOException {
        throw new IOException("the demo went on although something was found");
    }

    /// Something that happens before a key is pressed.
    private interface Before {
        void happens() throws IOException;
    }

    private static InputStream typed(String keys, Before before) {
        var bytes = new ByteArrayInputStream(keys.getBytes(UTF_8));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (bytes.available() == keys.length()) {
                    before.happens();
                }
                return bytes.read();
            }

            // A line at a time, as from a terminal.
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int one = read();
                if (one >= 0) {
                    into[from] = (byte) one;
                }
                return one >= 0 ? 1 : -1;
            }
        };
    }

    @Test
    void refuses_what_it_cannot_do_with_a_sentence(@TempDir Path place) throws Exception {
        assertEquals(2, demo("--tour", "--at", "25 Uhr", "--story", HARBOUR));
        assertTrue(said.toString(UTF_8).contains("25 Uhr is not a time of day"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "" + taken.getLocalPort();
            assertEquals(3, demo("--port", port, "--story", HARBOUR));
            assertTrue(said.toString(UTF_8).contains("The port " + port + " is taken"));
        }
        Files.writeString(place.resolve("mine"), "not a desk");
        assertEquals(3, demo("--dir", place.toString(), "--story", HARBOUR));
        assertTrue(said.toString(UTF_8).contains("is not empty"));
        assertEquals(2, demo("--story", place.resolve("none.yaml").toString()));
    }

    private int demo(String... arguments) {
        return demo(InputStream.nullInputStream(), arguments);
    }

    private int demo(InputStream keys, String... arguments) {
        var out = new PrintStream(said, true, UTF_8);
        var command = new DemoCommand(keys, out, InstantSource.system());
        return new CommandLine(command).execute(arguments);
    }
}
