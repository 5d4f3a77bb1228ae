package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.Channel.Reply;
import org.watchword.desk.delivery.GatewayFile.Good;

/// Anything that is posted to the door of each ready gateway: without the secret nothing is looked
/// at, with it words and receipts are handed on clean and short.
///
/// The first byte says which gateway, whether the secret is shown, and whether it is a POST. Then
/// come four parts: the type of the content, the name and the value of a query, and the body.
public final class AnyGatewayPost {
    private static final String SECRET = "tests-only-secret";
    private static final ChannelId CHANNEL = new ChannelId(1);
    private static final List<GatewayFile> FILES =
            List.of(file("form"), file("json"), file("kannel"));

    public static void fuzzerTestOneInput(byte[] data) {
        int how = data.length == 0 ? 0 : data[0] & 0xff;
        boolean shown = (how & 4) == 0;
        List<byte[]> parts = Foreign.parts(data, 5);
        var headers = new HashMap<String, String>();
        headers.put("content-type", Foreign.text(parts.get(1)));
        headers.put("authorization", basic(shown ? SECRET : "other"));
        headers.put("x-webhook-secret", shown ? SECRET : "other");
        var posted =
                new Posted(
                        (how & 8) == 0,
                        headers,
                        Map.of(Foreign.text(parts.get(2)), Foreign.text(parts.get(3))),
                        parts.get(4));
        var heard = new Heard();
        Reply reply = door(FILES.get((how & 3) % FILES.size())).take(posted, CHANNEL, heard);
        promise(shown || reply.equals(Reply.NOTHING_HERE), "without the secret nothing is here");
        promise(shown || heard.count == 0, "without the secret nothing is taken");
        promise(heard.count <= 1, "one post is one piece of news");
    }

    private static SmsDoor door(GatewayFile file) {
        var settings =
                new SmsSettings(
                        file,
                        URI.create("https://gateway.example"),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        SECRET,
                        "");
        return new SmsDoor(settings, AnyGatewayPost::hashed, InstantSource.fixed(Instant.EPOCH));
    }

    private static GatewayFile file(String name) {
        return switch (GatewayFile.read(SmsSettings.ready(name))) {
            case Good(GatewayFile file) -> file;
            case GatewayFile.Bad bad -> throw new AssertionError(bad.why().key());
        };
    }

    private static String basic(String secret) {
        byte[] both = ("gateway:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static byte[] hashed(String domain, byte[] value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(domain.getBytes(StandardCharsets.UTF_8));
            return digest.digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Heard implements Inbound {
        private int count;

        @Override
        public void keep(ChannelId channel, Word word) {
            count++;
            promise(word.text().length() <= Limits.TEXT_CHARACTERS, "a text is short");
            promiseClean(word.text(), "a text");
            word.sender().ifPresent(sender -> promiseClean(sender, "a sender"));
            AnyWordHeard.kept(word);
        }

        @Override
        public void receipt(ChannelId channel, Receipt receipt) {
            count++;
            promise(!receipt.gatewayId().isEmpty(), "a receipt is about a message");
        }
    }

    private AnyGatewayPost() {}
}
