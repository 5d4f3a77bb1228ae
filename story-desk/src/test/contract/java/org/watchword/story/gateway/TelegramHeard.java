package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.story.gateway.TelegramAgainstItsServer.TOKEN;
import static org.watchword.story.gateway.TelegramAgainstItsServer.settings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Reason;
import org.watchword.desk.delivery.Receipt;
import org.watchword.desk.delivery.TelegramKind;
import org.watchword.desk.store.StoreUnavailable;

/// The desk's Telegram channel against a server that speaks the Bot API: what people say.
@Timeout(60)
class TelegramHeard {
    private static final ChannelId ID = new ChannelId(7);

    private TelegramServer server;
    private Channel channel;
    private final Kept kept = new Kept();

    /// Keeps what comes in, or cannot for a while.
    private static final class Kept implements Inbound {
        final List<Word> words = new CopyOnWriteArrayList<>();
        final AtomicInteger failing = new AtomicInteger();
        final AtomicInteger broken = new AtomicInteger(1);

        @Override
        public void keep(ChannelId channel, Word word) {
            if (failing.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL);
            }
            if (word.text().contains("poison")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (word.text().contains("broken") && broken.getAndDecrement() > 0) {
                throw new StackOverflowError("made up");
            }
            words.add(word);
        }

        @Override
        public void receipt(ChannelId channel, Receipt receipt) {}
    }

    @BeforeEach
    void start() {
        server =
                TelegramServer.start(
                        "telegram-1",
                        TOKEN,
                        new MailGateway.Clocks(
                                InstantSource.system(), InstantSource.fixed(Instant.EPOCH)));
        channel = open();
    }

    @AfterEach
    void stop() {
        channel.close();
        server.close();
    }

    private Channel open() {
        Channel opened = new TelegramKind(new HandClock()).open(ID, settings(server));
        opened.start(kept);
        return opened;
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertTrue(done.getAsBoolean());
    }

    private List<String> said() {
        return kept.words.stream().map(Inbound.Word::text).toList();
    }

    @Test
    void what_somebody_writes_is_kept_with_the_chat_as_its_sender() {
        server.say(5550101, "123456\n-- \nHeron");
        await(() -> kept.words.size() == 1);
        Inbound.Word word = kept.words.getFirst();
        assertEquals(Optional.of("5550101"), word.sender());
        assertEquals("123456\n-- \nHeron", word.text());
        assertTrue(word.gatewayId().isPresent());
        assertTrue(word.person().isEmpty());
    }

    @Test
    void telegram_forgets_it_only_once_it_is_kept() {
        kept.failing.set(2);
        server.say(5550101, "one");
        server.say(5550101, "two");
        await(() -> kept.words.size() == 2);
        assertEquals(List.of("one", "two"), said());
        await(() -> server.waiting() == 0);
    }

    @Test
    void behind_what_the_desk_cannot_take_in_the_next_is_heard_all_the_same() {
        server.say(5550101, "poison");
        server.say(5550102, "they are at the door");
        await(() -> channel.probe().equals(new Channel.Deaf(Reason.DESK_FAULT)));
        await(() -> kept.words.size() == 1);
        assertEquals(List.of("they are at the door"), said());
        await(() -> channel.probe() instanceof Channel.Alive);
    }

    @Test
    void a_failure_of_the_machine_itself_ends_no_hearing() {
        server.say(5550101, "broken");
        await(() -> channel.probe().equals(new Channel.Deaf(Reason.DESK_FAULT)));
        await(() -> kept.words.size() == 1);
        await(() -> channel.probe() instanceof Channel.Alive);
    }

    @Test
    void after_a_crash_between_keeping_and_telling_it_comes_again_under_the_same_name() {
        channel.close();
        server.say(5550101, "one");
        // Reads without telling, as a desk that is killed.
        var name = new CopyOnWriteArrayList<Optional<String>>();
        for (int run = 0; run < 2; run++) {
            channel = new TelegramKind(new HandClock()).open(ID, settings(server));
            var stopped = new CopyOnWriteArrayList<Inbound.Word>();
            channel.start(
                    new Inbound() {
                        @Override
                        public void keep(ChannelId id, Word word) {
                            stopped.add(word);
                            throw new StoreUnavailable(StoreUnavailable.Cause.CLOSED);
                        }

                        @Override
                        public void receipt(ChannelId id, Receipt receipt) {}
                    });
            await(() -> !stopped.isEmpty());
            name.add(stopped.getFirst().gatewayId());
            channel.close();
        }
        assertEquals(name.getFirst(), name.getLast());
        assertEquals(1, server.waiting());
    }

    @Test
    void what_is_said_in_a_group_is_not_said_to_the_desk() {
        server.sayInGroup(-100200300, 5550101, "to all");
        server.say(5550101, "to you");
        await(() -> !kept.words.isEmpty());
        await(() -> server.waiting() == 0);
        assertEquals(List.of("to you"), said());
    }

    @Test
    void a_picture_is_a_sign_of_somebody_too() {
        server.show(5550101);
        await(() -> !kept.words.isEmpty());
        assertEquals(List.of("[photo] "), said());
    }

    @Test
    void a_line_that_was_cut_is_taken_up_again() {
        server.turn(Fault.GARBLES);
        server.say(5550101, "later");
        server.turn(Fault.REFUSES);
        server.turn(Fault.NONE);
        await(() -> !kept.words.isEmpty());
        assertEquals(List.of("later"), said());
    }

    @Test
    void who_opens_the_bot_has_said_nothing_yet() {
        server.say(5550101, "/start");
        server.say(5550101, "/start@notes_bot");
        server.say(5550101, "/start from-a-poster");
        server.say(5550101, "/start please come");
        await(() -> server.waiting() == 0);
        assertEquals(List.of("/start please come"), said());
    }

    @Test
    void a_link_that_opens_the_bot_with_a_code_says_the_code() {
        server.say(5550101, "/start 123456");
        await(() -> !kept.words.isEmpty());
        assertEquals(List.of("123456"), said());
        assertEquals(Optional.of("5550101"), kept.words.getFirst().sender());
    }

    @Test
    void a_second_program_that_asks_for_the_same_bot_shows_while_messages_go_out() {
        await(() -> server.called().contains("getUpdates"));
        var stopped = new AtomicBoolean();
        Thread.ofVirtual()
                .start(() -> {
                    while (!stopped.get()) {
                        askAsAnother();
                    }
                });
        try {
            var deaf = new Channel.Deaf(Reason.HEARD_ELSEWHERE);
            await(() -> channel.probe().equals(deaf));
            assertEquals(
                    new Channel.Sent(""),
                    channel.send(new Outgoing("5550101", "Subject", "Text", "a/1", false)));
        } finally {
            stopped.set(true);
        }
    }

    /// A poll of another program, let go of again soon.
    private void askAsAnother() {
        try (var client = HttpClient.newHttpClient()) {
            var asked =
                    HttpRequest.newBuilder(
                                    URI.create(server.address() + "/bot" + TOKEN + "/getUpdates"))
                            .timeout(Duration.ofSeconds(5))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"timeout\":1}"))
                            .build();
            client.send(asked, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            // The desk's own poll came first.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
