package org.watchword.desk.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.HttpTalk.Answered;
import org.watchword.desk.delivery.HttpTalk.Ask;
import org.watchword.desk.delivery.HttpTalk.Broken;

/// One address on the web that is no gateway: another program of this kind, which is posted small
/// texts, and which is looked at.
public final class FarEnd implements AutoCloseable {
    /// What a proxy answers for a program behind it that is gone.
    private static final int BAD_GATEWAY = 502;

    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private final URI base;
    private final HttpTalk talk;

    private FarEnd(URI base, HttpTalk talk) {
        this.base = base;
        this.talk = talk;
    }

    /// Where it is and how it is reached, as typed.
    ///
    /// @param proxy `host:port` of an HTTP proxy that looks names up itself; empty for none
    /// @param trust certificates as text; empty for the public authorities
    public record Where(String address, String proxy, String trust) {
        /// What is wrong with it, by the component's name; empty when it is good.
        public Map<String, Sentence> wrong() {
            var wrong = new HashMap<String, Sentence>();
            if (WebAddress.of(address).isEmpty()) {
                wrong.put("address", WebAddress.wrong());
            }
            if (!proxy.isEmpty() && WebAddress.proxy(proxy).isEmpty()) {
                wrong.put("proxy", Sentence.of("delivery.setting.wrong.proxy"));
            }
            if (trust.length() > Limits.SETTING_CHARACTERS) {
                wrong.put("trust", Sentence.of("delivery.setting.wrong.long"));
            } else if (!trust.isEmpty() && MailTrust.certificates(trust).isEmpty()) {
                wrong.put("trust", Sentence.of("delivery.setting.wrong.trust"));
            }
            return wrong;
        }

        @Override
        public String toString() {
            return "an address";
        }
    }

    /// One that is not connected yet.
    ///
    /// @param where a good one
    public static FarEnd of(Where where) {
        return new FarEnd(
                WebAddress.of(where.address()).orElseThrow(),
                new HttpTalk(
                        where.proxy().isEmpty()
                                ? Optional.empty()
                                : WebAddress.proxy(where.proxy()),
                        MailTrust.of(where.trust())));
    }

    /// Posts a text to a path there; its answer, when it took it in time.
    public Optional<String> post(String path, String text, Duration within) {
        return switch (talk.say(ask("POST", path, text, within))) {
            case Answered(int status, String body) when status == 200 -> Optional.of(body);
            case Answered _, Broken _ -> Optional.empty();
        };
    }

    /// Whether somebody is there who answers: anything, but what a proxy says for one who is not.
    public boolean answers(Duration within) {
        return switch (talk.say(ask("HEAD", "/", "", within))) {
            case Answered(int status, String _) ->
                    status != BAD_GATEWAY && status != UNAVAILABLE && status != GATEWAY_TIMEOUT;
            case Broken _ -> false;
        };
    }

    private Ask ask(String method, String path, String text, Duration within) {
        return new Ask(
                method,
                URI.create(base + path),
                text.isEmpty() ? Map.of() : Map.of("Content-Type", "text/plain"),
                text,
                within,
                Limits.BEAT_BYTES);
    }

    @Override
    public void close() {
        talk.close();
    }
}
