package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.TelegramApi.Answer;
import org.watchword.desk.delivery.TelegramApi.Broke;
import org.watchword.desk.delivery.TelegramApi.Done;
import org.watchword.desk.delivery.TelegramApi.No;
import org.watchword.desk.store.StoreUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hears what people write to a bot: asks for news and waits for it, or has it posted to the desk.
///
/// Telegram keeps a piece of news until a later one is asked for. That is done only when the piece
/// is durable here, so after a crash it comes again, and is kept once.
final class TelegramEar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramEar.class);
    private static final String SECRET_HEADER = "x-telegram-bot-api-secret-token";
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration HOOK_AGAIN = Duration.ofMinutes(5);

    private final ChannelId id;
    private final TelegramSettings settings;
    private final TelegramApi api;
    private final DeskClock clock;
    private volatile @Nullable Reason trouble;
    private volatile boolean closed;
    private volatile @Nullable Inbound inbound;
    private @Nullable Thread thread;

    /// The number of the first piece of news not yet taken; 0 when there is none: numbers start
    /// anywhere after a quiet week.
    private long next;

    private boolean hookGone;

    TelegramEar(ChannelId id, TelegramSettings settings, TelegramApi api, DeskClock clock) {
        this.id = id;
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    void start(Inbound to) {
        inbound = to;
        thread = Thread.ofVirtual().name("telegram-" + id.value()).start(() -> listen(to));
    }

    /// Why nothing comes in; empty while all is well.
    Optional<Reason> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// What Telegram brought. Nobody but Telegram knows the secret that must come with it; what is
    /// no news is taken all the same, or it would come again for ever.
    Channel.Reply posted(Posted what) {
        Inbound to = inbound;
        String shown = what.headers().getOrDefault(SECRET_HEADER, "");
        if (to == null || !what.post() || settings.hook().filter(h -> h.is(shown)).isEmpty()) {
            return Channel.Reply.NOTHING_HERE;
        }
        keep(to, TelegramApi.read(new String(what.body(), StandardCharsets.UTF_8)));
        return new Channel.Reply(200, "");
    }

    private void listen(Inbound to) {
        Duration rest = FIRST_REST;
        while (!closed) {
            long before = clock.monotonicNanos();
            Optional<Reason> why = once(to);
            if (closed) {
                return;
            }
            tell(why);
            if (why.isPresent()) {
                pause(rest);
                rest = longer(rest);
            } else {
                rest = FIRST_REST;
                settings.hook().ifPresent(_ -> pause(HOOK_AGAIN));
                boolean atOnce = clock.monotonicNanos() - before < FIRST_REST.toNanos();
                if (atOnce && next == 0 && settings.hook().isEmpty()) {
                    // Nothing new, and no wait for it either.
                    pause(FIRST_REST);
                }
            }
        }
    }

    private void tell(Optional<Reason> why) {
        Reason before = trouble;
        trouble = why.orElse(null);
        if (before != trouble) {
            LOG.info("{} hears: {}", id, why.map(Reason::name).orElse("yes"));
        }
    }

    private static Duration longer(Duration rest) {
        Duration twice = rest.multipliedBy(2);
        return twice.compareTo(Limits.LISTEN_AGAIN) < 0 ? twice : Limits.LISTEN_AGAIN;
    }

    /// Hears once. Returns what went wrong.
    private Optional<Reason> once(Inbound to) {
        try {
            return settings.hook().map(this::hookUp).orElseGet(() -> poll(to));
        } catch (StoreUnavailable e) {
            LOG.warn("what came in over {} cannot be stored: {}", id, e.why());
            return Optional.of(Reason.DESK_FAULT);
        } catch (RuntimeException e) {
            LOG.error("{} could not take in what came: {}", id, e.getClass().getName());
            return Optional.of(Reason.DESK_FAULT);
        }
    }

    private Optional<Reason> hookUp(TelegramSettings.Hook hook) {
        ObjectNode where =
                asking().put("url", hook.base() + "/in/" + id.value())
                        .put("secret_token", hook.secret())
                        .put("max_connections", 4);
        return wrongWith(api.call("setWebhook", where));
    }

    private Optional<Reason> poll(Inbound to) {
        if (!hookGone) {
            Optional<Reason> why = wrongWith(api.call("deleteWebhook", TelegramApi.parameters()));
            if (why.isPresent()) {
                return why;
            }
            hookGone = true;
        }
        ObjectNode news = asking();
        news.put("timeout", Limits.TELEGRAM_POLL.toSeconds());
        news.put("limit", Limits.TELEGRAM_UPDATES);
        if (next > 0) {
            news.put("offset", next);
        }
        Answer answer = api.poll(news);
        return answer instanceof Done(JsonNode result) ? take(to, result) : wrongWith(answer);
    }

    private static ObjectNode asking() {
        ObjectNode asking = TelegramApi.parameters();
        asking.putArray("allowed_updates").add("message");
        return asking;
    }

    private Optional<Reason> take(Inbound to, JsonNode news) {
        if (!news.isArray()) {
            return Optional.of(Reason.GARBLED);
        }
        boolean any = false;
        for (JsonNode update : news) {
            OptionalLong number = TelegramUpdate.number(update);
            if (number.isPresent()) {
                keep(to, update);
                next = number.getAsLong() + 1;
                any = true;
            }
        }
        if (news.isEmpty()) {
            next = 0;
            return Optional.empty();
        }
        return any ? Optional.empty() : Optional.of(Reason.GARBLED);
    }

    /// Keeps what a person said; returns once it is durable.
    private void keep(Inbound to, JsonNode update) {
        TelegramUpdate.word(update, settings.bot(), clock.instant())
                .ifPresent(word -> to.keep(id, word));
    }

    private Optional<Reason> wrongWith(Answer answer) {
        return switch (answer) {
            case Done _ -> Optional.empty();
            case Broke(Reason why, boolean _) -> Optional.of(why);
            case No(int code, boolean _, Duration _) -> {
                if (code == 409) {
                    hookGone = false;
                    yield Optional.of(Reason.HEARD_ELSEWHERE);
                }
                yield Optional.of(TelegramChannel.reason(code));
            }
        };
    }

    private void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
