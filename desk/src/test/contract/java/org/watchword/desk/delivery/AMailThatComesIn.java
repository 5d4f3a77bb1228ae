package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.StoreUnavailable;

/// Mail fetched from a real mail server over TLS.
@Timeout(60)
class AMailThatComesIn {
    private static final ChannelId ID = new ChannelId(3);
    private static final MailEar.Patience QUICK =
            new MailEar.Patience(
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(200));

    @TempDir static Path dir;
    private static TestTls tls;

    private GreenMail server;
    private GreenMailUser user;
    private final List<MailEar> ears = new CopyOnWriteArrayList<>();
    private final Kept kept = new Kept();

    /// Keeps what comes in, or cannot for a while.
    private static final class Kept implements Inbound {
        final List<Word> words = new CopyOnWriteArrayList<>();
        final List<Optional<String>> names = new CopyOnWriteArrayList<>();
        final AtomicInteger failing = new AtomicInteger();
        final AtomicInteger broken = new AtomicInteger(1);
        volatile Instant since = Instant.EPOCH;

        @Override
        public Instant since(ChannelId channel, String place) {
            return since;
        }

        @Override
        public void keep(ChannelId channel, Word word) {
            names.add(word.gatewayId());
            if (failing.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL);
            }
            if (word.text().contains("poison")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (word.text().contains("deep")) {
                throw new StackOverflowError("made up");
            }
            if (word.text().contains("broken") && broken.getAndDecrement() > 0) {
                throw new AssertionError("made up");
            }
            words.add(word);
        }

        @Override
        public void receipt(ChannelId channel, Receipt receipt) {}
    }

    @BeforeAll
    static void makeKey() {
        tls = TestTls.ofGreenMail();
    }

    @BeforeEach
    void open() {
        serve(0);
    }

    @AfterEach
    void close() {
        ears.forEach(MailEar::close);
        server.stop();
    }

    private void serve(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        user = server.setUser("desk@harbour.example", "desk", "correct horse");
    }

    private Map<String, String> settings(int port) {
        var settings = new TreeMap<String, String>();
        settings.put("host", "localhost");
        settings.put("port", "1");
        settings.put("security", "tls");
        settings.put("from", "desk@harbour.example");
        settings.put("trust", tls.pem());
        settings.put("in-host", "localhost");
        settings.put("in-port", String.valueOf(port));
        settings.put("in-security", "tls");
        settings.put("in-name", "desk");
        settings.put("in-password", "correct horse");
        settings.put("in-folder", "INBOX");
        return settings;
    }

    private int port() {
        return server.getImaps().getPort();
    }

    private void listen() {
        listen(settings(port()), tls.pem());
    }

    private void listen(Map<String, String> settings, String pem) {
        var ear =
                new MailEar(
                        ID,
                        MailInSettings.of(settings).orElseThrow(),
                        MailTrust.of(pem),
                        InstantSource.system(),
                        QUICK);
        ears.add(ear);
        ear.start(kept);
    }

    private Optional<Reason> trouble() {
        return ears.getFirst().trouble();
    }

    private void arrives(String raw) {
        try {
            user.deliver(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(
                                    raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letter(String text) {
        return "From: Heron <Heron@Quay.example>\nTo: desk@harbour.example\nSubject: Re: S\n"
                + "Message-ID: <a1@quay.example>\n\n"
                + text;
    }

    private boolean allRead() {
        return Arrays.stream(server.getReceivedMessages()).allMatch(AMailThatComesIn::isRead);
    }

    private static boolean isRead(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void is_kept_and_marked_as_read() {
        arrives(letter("123456"));
        listen();
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        Inbound.Word word = kept.words.getFirst();
        assertEquals(Optional.of("heron@quay.example"), word.sender());
        assertEquals("Re: S\n123456", word.text());
        await(this::allRead, () -> "not marked");
        await(() -> trouble().isEmpty(), () -> "" + trouble());
    }

    @Test
    void is_fetched_at_once_when_the_server_calls() {
        listen();
        arrives(letter("one"));
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        long before = System.nanoTime();
        arrives(letter("two"));
        await(() -> kept.words.size() == 2, () -> "" + trouble());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
    }

    @Test
    void is_asked_for_where_the_server_cannot_call() throws Exception {
        try (var mute = new WithoutIdle(tls, port())) {
            listen(settings(mute.port()), tls.pem());
            arrives(letter("one"));
            await(() -> kept.words.size() == 1, () -> "" + trouble());
            arrives(letter("two"));
            await(() -> kept.words.size() == 2, () -> "" + trouble());
            assertTrue(mute.hidden.get() > 0, "the server said IDLE all the same");
            assertEquals(List.of(), mute.idled);
            await(() -> trouble().isEmpty(), () -> "" + trouble());
        }
    }

    @Test
    void that_cannot_be_kept_stays_unread_and_comes_again_under_the_same_name() {
        kept.failing.set(2);
        arrives(letter("123456"));
        listen();
        await(() -> kept.failing.get() == 1, () -> "" + trouble());
        assertFalse(allRead());
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        await(this::allRead, () -> "not marked");
        assertEquals(3, kept.names.size());
        assertEquals(1, kept.names.stream().distinct().count());
    }

    @Test
    void two_that_claim_the_same_name_are_two() {
        arrives(letter("one"));
        arrives(letter("two"));
        listen();
        await(() -> kept.words.size() == 2, () -> "" + trouble());
        assertEquals(2, kept.names.stream().distinct().count());
    }

    @Test
    void from_a_machine_is_marked_and_left_alone() {
        arrives("Auto-Submitted: auto-replied\n" + letter("I am away. > Reply 123456"));
        arrives(letter("123456"));
        listen();
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        await(this::allRead, () -> "not marked");
        assertEquals("Re: S\n123456", kept.words.getFirst().text());
    }

    @Test
    void behind_one_that_nobody_can_take_in_comes_in_all_the_same() {
        arrives(letter("poison"));
        arrives(letter("123456"));
        listen();
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        assertEquals("Re: S\n123456", kept.words.getFirst().text());
        await(() -> trouble().isPresent(), () -> "nobody is told");
    }

    @Test
    void behind_one_that_is_too_deep_for_any_reader_comes_in_all_the_same() {
        arrives(letter("deep"));
        arrives(letter("123456"));
        listen();
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        await(() -> trouble().isPresent(), () -> "nobody is told");
    }

    @Test
    void is_heard_even_after_the_machine_itself_failed() {
        arrives(letter("broken"));
        listen();
        await(() -> trouble().equals(Optional.of(Reason.DESK_FAULT)), () -> "nobody is told");
        await(() -> kept.words.size() == 1, () -> "the ear is gone for good");
        await(() -> trouble().isEmpty(), () -> "" + trouble());
    }

    @Test
    void before_the_desk_listened_there_is_nobodys_call() {
        arrives(letter("a bill of last week"));
        kept.since = Instant.now().plus(Duration.ofHours(1));
        listen();
        await(() -> trouble().isEmpty() && ears.getFirst().looked(), () -> "" + trouble());
        arrives(letter("they are at the door"));
        await(() -> !kept.words.isEmpty(), () -> "" + trouble());
        assertEquals("Re: S\nthey are at the door", kept.words.getFirst().text());
        assertEquals(1, kept.words.size());
        assertFalse(allRead(), "what is not for the desk stays as it was");
    }

    @Test
    void while_the_desk_was_down_is_taken_at_its_start() {
        kept.since = Instant.now().minus(Duration.ofHours(1));
        arrives(letter("they are at the door"));
        listen();
        await(() -> kept.words.size() == 1, () -> "" + trouble());
    }

    @Test
    void after_the_line_was_lost_still_comes_in() {
        listen();
        arrives(letter("one"));
        await(() -> kept.words.size() == 1, () -> "" + trouble());
        int port = port();
        server.stop();
        await(() -> trouble().isPresent(), () -> "nothing was noticed");
        serve(port);
        arrives(letter("two"));
        await(() -> kept.words.size() == 2, () -> "" + trouble());
        await(() -> trouble().isEmpty(), () -> "" + trouble());
    }

    @Test
    void that_cannot_be_fetched_does_not_make_the_sending_look_dead() {
        Map<String, String> settings = settings(port());
        settings.put("in-password", "wrong");
        try (var smtp = smtp()) {
            settings.put("port", String.valueOf(smtp.port()));
            var kind = new MailKind(TestGround.hash(), InstantSource.system());
            assertEquals(Map.of(), kind.wrongWith(settings));
            assertTrue(kind.hears(settings));
            try (Channel channel = kind.open(ID, settings)) {
                assertInstanceOf(Channel.Alive.class, channel.probe());
                channel.start(kept);
                await(
                        () -> channel.probe() instanceof Channel.Deaf,
                        () -> "it says nothing of its ears");
                assertEquals(new Channel.Deaf(Reason.SIGN_IN_REFUSED), channel.probe());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static FaultyMailServer smtp() throws Exception {
        return new FaultyMailServer(
                tls.context(), FaultyMailServer.Security.IMPLICIT, FaultyMailServer.Fault.NONE);
    }

    @Test
    void is_not_fetched_from_a_server_that_is_not_the_right_one() {
        listen(settings(port()), TestTls.forHost(dir, "other.example").pem());
        await(() -> trouble().isPresent(), () -> "nothing was noticed");
        assertEquals(Optional.of(Reason.NOT_TRUSTED), trouble());
    }

    @Test
    void is_not_fetched_without_encryption() throws Exception {
        var open = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        open.start();
        try {
            open.setUser("desk@harbour.example", "desk", "correct horse");
            Map<String, String> settings = settings(open.getImap().getPort());
            settings.put("in-security", "starttls");
            listen(settings, tls.pem());
            await(() -> trouble().isPresent(), () -> "nothing was noticed");
            assertEquals(Optional.of(Reason.NOT_TRUSTED), trouble());
        } finally {
            open.stop();
        }
    }

    @Test
    void from_a_server_that_says_nothing_is_given_up_in_time() throws Exception {
        try (var silent =
                new FaultyMailServer(
                        tls.context(),
                        FaultyMailServer.Security.IMPLICIT,
                        new FaultyMailServer.Fault("greeting", "hang"))) {
            listen(settings(silent.port()), tls.pem());
            await(() -> trouble().isPresent(), () -> "nothing was noticed");
            assertEquals(Optional.of(Reason.NO_ANSWER), trouble());
        }
    }

    @Test
    void a_box_that_was_not_set_is_not_asked_for() {
        var settings = settings(port());
        settings.put("in-host", "");
        var kind = new MailKind(TestGround.hash(), InstantSource.system());
        assertFalse(kind.hears(settings));
        assertEquals(Map.of(), kind.wrongWith(settings));
        settings.put("in-host", "imap.example.org");
        settings.put("in-password", "");
        settings.put("in-port", "x");
        assertEquals(
                List.of("in-password", "in-port"),
                List.copyOf(new TreeMap<>(kind.wrongWith(settings)).keySet()));
    }
}
