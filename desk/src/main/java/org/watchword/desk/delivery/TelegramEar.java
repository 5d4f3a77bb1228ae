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
    private static final Duration EMPTY_REST = Duration.ofSeconds(1);
    private static final Duration HOOK_AGAIN = Duration.ofMinutes(5);

    private final ChannelId id;
    private final TelegramSettings settings;
    private final TelegramApi api;
    private final DeskClock clock;
    private final Listening listening;
    private volatile @Nullable Inbound inbound;

    /// The number of the first piece of news not yet taken; 0 when there is none: numbers start
    /// anywhere after a quiet week.
    private long next;

    private boolean hookGone;

    /// How often the piece at {@link #next} could not be taken in, for a fault of the desk's own.
    private int faults;

    TelegramEar(ChannelId id, TelegramSettings settings, TelegramApi api, DeskClock clock) {
        this.id = id;
        this.settings = settings;
        this.api = api;
        this.clock = clock;
        listening = new Listening(id);
    }

    void start(Inbound to) {
        inbound = to;
        listening.start("telegram", () -> round(to));
    }

    /// Why nothing comes in; empty while all is well.
    Optional<Reason> trouble() {
        return listening.trouble();
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

    /// Hears once. Returns what went wrong.
    private Optional<Reason> round(Inbound to) {
        if (settings.hook().isPresent()) {
            Optional<Reason> why = hookUp(settings.hook().get());
            if (why.isEmpty()) {
                listening.well();
                listening.pause(HOOK_AGAIN);
            }
            return why;
        }
        long before = clock.monotonicNanos();
        Optional<Reason> why = poll(to);
        boolean atOnce = clock.monotonicNanos() - before < EMPTY_REST.toNanos();
        if (why.isEmpty() && atOnce && next == 0) {
            // Nothing new, and no wait for it either.
            listening.well();
            listening.pause(EMPTY_REST);
        }
        return why;
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
                keepSurely(to, update, number.getAsLong());
                any = true;
            }
        }
        if (news.isEmpty()) {
            next = 0;
            return Optional.empty();
        }
        return any ? Optional.empty() : Optional.of(Reason.GARBLED);
    }

    /// Takes one piece of news in. One that the desk itself cannot take in, for a fault of its own,
    /// is tried a few times and then passed over: those behind it must be heard.
    private void keepSurely(Inbound to, JsonNode update, long number) {
        next = number;
        try {
            keep(to, update);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException | Error e) {
            faults++;
            if (faults < Limits.NEWS_TRIES) {
                throw e;
            }
            LOG.error("{}: a piece of news was passed over: {}", id, e.getClass().getName());
        }
        faults = 0;
        next = number + 1;
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

    @Override
    public void close() {
        listening.close();
    }
}
