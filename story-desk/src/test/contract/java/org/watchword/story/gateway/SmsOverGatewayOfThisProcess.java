package org.watchword.story.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.delivery.Posted;
import org.watchword.desk.delivery.Receipt;
import org.watchword.desk.delivery.SmsKind;

/// The desk's SMS channel cannot tell the gateway of this process from Kannel.
class SmsOverGatewayOfThisProcess {
    private static final Instant STORY = Instant.parse("2021-02-04T12:00:40Z");
    private static final InstantSource CLOCK = InstantSource.fixed(STORY);

    private final BlockingQueue<Inbound.Word> words = new LinkedBlockingQueue<>();
    private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    private HttpServer desk;
    private SmsGateway gateway;
    private Channel channel;

    @BeforeEach
    void start() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/in/3", this::hand);
        desk.start();
        var clocks = new MailGateway.Clocks(InstantSource.system(), CLOCK);
        var keys = new SmsGateway.Keys("desk", "low-tide-at-six", "high-tide-at-twelve");
        var door = new Gateway.DeskDoor(desk.getAddress().getPort(), 3);
        gateway = SmsGateway.start("sms", clocks, keys, door);
        var kind = new SmsKind((domain, value) -> Arrays.copyOf(value, 32), CLOCK);
        assertEquals(Map.of(), kind.wrongWith(gateway.settings()));
        channel = kind.open(new ChannelId(3), gateway.settings());
        channel.start(
                new Inbound() {
                    @Override
                    public void keep(ChannelId id, Word word) {
                        words.add(word);
                    }

                    @Override
                    public void receipt(ChannelId id, Receipt receipt) {
                        receipts.add(receipt);
                    }
                });
    }

    @AfterEach
    void stop() {
        channel.close();
        gateway.close();
        desk.stop(0);
    }

    private void hand(HttpExchange visit) throws IOException {
        var headers = new TreeMap<String, String>();
        visit.getRequestHeaders()
                .forEach((name, all) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), all.getFirst()));
        var query = new TreeMap<String, String>();
        String raw = visit.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
        }
        boolean post = visit.getRequestMethod().equals("POST");
        byte[] body = visit.getRequestBody().readAllBytes();
        visit.sendResponseHeaders(
                channel.posted(new Posted(post, headers, query, body)).status(), -1);
        visit.close();
    }

    private Channel.Result send(String key) {
        return channel.send(new Outgoing("+9995550101", "", "ДУБ, с 15:00 – «да»", key, false));
    }

    @Test
    void keeps_a_text_with_both_times_and_reports_that_it_arrived() throws InterruptedException {
        assertInstanceOf(Channel.Sent.class, send("alarm-1/1"));
        Received got = gateway.received().getFirst();
        assertEquals("+9995550101", got.to());
        assertEquals("ДУБ, с 15:00 – «да»", got.shown());
        assertEquals(STORY, got.storyAt());
        Receipt report = receipts.poll(5, TimeUnit.SECONDS);
        assertEquals(Receipt.State.ARRIVED, report == null ? null : report.state());
    }

    @Test
    void hands_in_what_a_telephone_sends() {
        assertEquals(java.util.Optional.empty(), gateway.say("+9995550102", "123456 да"));
        Inbound.Word word = words.remove();
        assertEquals("123456 да", word.text());
        assertEquals("+9995550102", word.sender().orElse(""));
    }

    @Test
    void misbehaves_as_it_is_told_to() {
        gateway.turn(Fault.REFUSES);
        assertInstanceOf(Channel.Refused.class, send("alarm-1/2"));
        gateway.turn(Fault.GARBLES);
        assertTrue(!(send("alarm-1/3") instanceof Channel.Sent));
        gateway.turn(Fault.HANGS);
        assertTrue(!(send("alarm-1/4") instanceof Channel.Sent));
        assertEquals(List.of(), gateway.received());
        gateway.turn(Fault.SWALLOWS);
        assertInstanceOf(Channel.Sent.class, send("alarm-1/5"));
        assertTrue(gateway.received().getFirst().swallowed());
        assertTrue(receipts.isEmpty());
        gateway.turn(Fault.NONE);
        assertInstanceOf(Channel.Alive.class, channel.probe());
    }
}
