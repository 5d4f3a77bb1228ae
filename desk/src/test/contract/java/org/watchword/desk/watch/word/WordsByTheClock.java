package org.watchword.desk.watch.word;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.web.DoorListener;
import org.watchword.desk.web.DoorLook;
import org.watchword.desk.web.DoorPage;
import org.watchword.desk.web.DoorWithABeat;

/// Somebody at the quiet door with a stop-watch, who has every word of a card and types them in
/// random order over real connections. Below the beat he sees more than he ever will at a desk.
class WordsByTheClock {
    private static final double TOLD_APART = 4.5;
    private static final int FORM_BYTES = 120;
    private static final Pattern LENGTH =
            Pattern.compile("(?s)^.*?\\r\\nContent-Length: (\\d+)(?=\\r\\n).*?\\r\\n\\r\\n");
    private static final int TRIES = Integer.getInteger("watchword.tries", 100_000);

    private enum Word {
        OK,
        DURESS,
        HELP,
        UNKNOWN
    }

    /// One try: what was typed, what had been typed before it, and how long the answer took.
    private record Try(Word word, Word before, long nanos) {}

    @TempDir Path dir;
    private WordDesk desk;
    private Card card;
    private Card other;
    private final Set<String> answers = Collections.synchronizedSet(new TreeSet<>());

    @BeforeEach
    void open() {
        desk = WordDesk.founded(dir);
        card = desk.card(desk.codename("Alder"));
        other = desk.card(desk.codename("Birch"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("long")
    void cannot_be_told_apart_even_below_the_beat() {
        assertEquals(List.of(), told("below the beat", desk.words.door(), Duration.ZERO, 8));
    }

    @Test
    @Tag("long")
    void cannot_be_told_apart_on_the_beat_by_itself_or_by_the_next_answer() {
        assertEquals(List.of(), told("on the beat", desk.words.door(), Limits.DOOR_BEAT, 200));
    }

    /// The measurement bites: a millisecond more for one kind is found.
    @Test
    @Tag("long")
    void are_told_apart_where_one_takes_a_millisecond_longer() {
        var slower = new SlowFor(desk.words.door(), card.duress(), Duration.ofMillis(1));
        List<String> told = told("with a planted millisecond", slower, Duration.ZERO, 8);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("DURESS")), told.toString());
    }

    /// A door that gives itself away.
    private record SlowFor(DoorPage door, String word, Duration by) implements DoorPage {
        @Override
        public DoorLook look() {
            return door.look();
        }

        @Override
        public void take(String first, String second) {
            if (second.strip().equals(word)) {
                try {
                    Thread.sleep(by);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            door.take(first, second);
        }
    }

    /// Which kinds are told apart from the others, by their own answer or by the one after.
    private List<String> told(String what, DoorPage page, Duration beat, int atOnce) {
        List<Try> tries;
        try (DoorListener door = DoorWithABeat.opened(page, beat)) {
            tries(door, atOnce, 50 * atOnce);
            tries = tries(door, atOnce, TRIES);
        }
        assertEquals(1, answers.size(), "one answer for every word");
        List<String> told = new ArrayList<>();
        for (Word word : Word.values()) {
            told.addAll(compared(what + ", by its own answer", word, tries, false));
            told.addAll(compared(what + ", by the next answer", word, tries, true));
        }
        return told;
    }

    private static double[] micros(List<Try> tries, Word word, boolean byTheNext, boolean same) {
        return tries.stream()
                .filter(one -> ((byTheNext ? one.before() : one.word()) == word) == same)
                .mapToDouble(one -> one.nanos() / 1e3)
                .toArray();
    }

    /// Over all times, and over those below the nine hundredth of a thousand.
    private static List<String> compared(
            String what, Word word, List<Try> tries, boolean byTheNext) {
        double[] of = micros(tries, word, byTheNext, true);
        double[] others = micros(tries, word, byTheNext, false);
        double[] all = tries.stream().mapToDouble(one -> one.nanos() / 1e3).sorted().toArray();
        double limit = all[(int) (all.length * 0.9)];
        double t = Welch.t(of, others);
        double cut = Welch.t(Welch.below(of, limit), Welch.below(others, limit));
        String line =
                "%s %s: t = %.2f, without the slowest tenth %.2f (median %.0f µs, n = %d)"
                        .formatted(word, what, t, cut, all[all.length / 2], all.length);
        System.out.println(line);
        return Math.max(Math.abs(t), Math.abs(cut)) < TOLD_APART ? List.of() : List.of(line);
    }

    private List<Try> tries(DoorListener door, int atOnce, int howMany) {
        Map<Word, byte[]> requests = requests(door.port());
        List<Callable<List<Try>>> all = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            long seed = 20210204L + i;
            all.add(() -> oneConnection(door.port(), requests, seed, howMany / atOnce));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Try> tries = new ArrayList<>();
            for (Future<List<Try>> one : threads.invokeAll(all)) {
                tries.addAll(one.get());
            }
            return tries;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Try> oneConnection(int port, Map<Word, byte[]> requests, long seed, int howMany) {
        var random = new Random(seed);
        List<Try> tries = new ArrayList<>();
        byte[] answer = new byte[Limits.DOOR_PAGE_BYTES + Limits.HEADER_BYTES];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            Word before = Word.UNKNOWN;
            for (int i = 0; i <= howMany; i++) {
                Word word = Word.values()[random.nextInt(Word.values().length)];
                byte[] request = requests.getOrDefault(word, new byte[0]);
                long begun = System.nanoTime();
                socket.getOutputStream().write(request);
                int length = whole(socket.getInputStream(), answer);
                long nanos = System.nanoTime() - begun;
                // The first of a connection comes at any time between two beats.
                if (i > 0) {
                    tries.add(new Try(word, before, nanos));
                }
                answers.add(new String(answer, 0, length, UTF_8));
                before = word;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tries;
    }

    /// Reads one answer, as long as it says that it is.
    private static int whole(InputStream in, byte[] answer) throws IOException {
        int length = 0;
        int end = Integer.MAX_VALUE;
        while (length < end) {
            int n = in.read(answer, length, Math.min(end, answer.length) - length);
            if (n <= 0) {
                throw new IOException("the door closed after " + length + " bytes");
            }
            length += n;
            end = end < Integer.MAX_VALUE ? end : end(new String(answer, 0, length, US_ASCII));
        }
        return length;
    }

    private static int end(String sofar) {
        var said = LENGTH.matcher(sofar);
        return said.find() ? said.end() + Integer.parseInt(said.group(1)) : Integer.MAX_VALUE;
    }

    /// What is sent for each kind, all of one length. Unknown words come under another call-sign:
    /// five of them in an hour would make an OK of this one prove nothing.
    private Map<Word, byte[]> requests(int port) {
        Map<Word, byte[]> all = new EnumMap<>(Word.class);
        all.put(Word.OK, request(port, card.sign(), card.ok()));
        all.put(Word.DURESS, request(port, card.sign(), card.duress()));
        all.put(Word.HELP, request(port, card.sign(), card.help()));
        all.put(Word.UNKNOWN, request(port, other.sign(), "nobody knows it"));
        return all;
    }

    private static byte[] request(int port, String sign, String word) {
        String typed = "a=" + sign + "&b=" + URLEncoder.encode(word, US_ASCII);
        String form = typed + "+".repeat(FORM_BYTES - typed.length());
        return """
        POST / HTTP/1.1\r
        Host: %s:%d\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(DoorWithABeat.HOST, port, form.length(), form)
                .getBytes(US_ASCII);
    }
}
