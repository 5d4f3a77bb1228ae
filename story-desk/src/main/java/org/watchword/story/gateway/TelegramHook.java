package org.watchword.story.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Posts a bot's updates to its webhook, one after the other, each until it is taken.
final class TelegramHook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(100);

    private final TelegramUpdates updates;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable Where where;
    private volatile boolean closed;

    private record Where(URI address, String secret) {}

    TelegramHook(TelegramUpdates updates) {
        this.updates = updates;
        Thread.ofVirtual().name("telegram-hook").start(this::carry);
    }

    void to(String address, String secret) {
        where = address.isEmpty() ? null : new Where(URI.create(address), secret);
    }

    void none() {
        where = null;
    }

    Optional<String> address() {
        return Optional.ofNullable(where).map(set -> set.address().toString());
    }

    private void carry() {
        try {
            while (!closed) {
                Where now = where;
                Optional<TelegramUpdates.Update> first = updates.first();
                if (now == null || first.isEmpty()) {
                    Thread.sleep(REST);
                } else if (posted(now, first.get())) {
                    updates.taken(first.get().id());
                } else {
                    Thread.sleep(REST);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean posted(Where now, TelegramUpdates.Update update) throws InterruptedException {
        var request = HttpRequest.newBuilder(now.address()).timeout(PATIENCE);
        request.header("Content-Type", "application/json");
        if (!now.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", now.secret());
        }
        request.POST(HttpRequest.BodyPublishers.ofString(update.json().toString()));
        try {
            int status =
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            return status / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }
}
