package org.watchword.desk.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.watchword.desk.basis.Limits;

/// HTTP with the one host a channel is set to: never redirected, over no proxy but the one that was
/// set, and answered in time or given up. Only so much of an answer is read. Nothing of what is
/// said either way, the address included, reaches a log or an exception that leaves this class.
final class HttpTalk implements AutoCloseable {
    private static final int CHAIN = 20;
    private static final int ANSWER_MOST = 1024 * 1024;

    private final HttpClient client;

    /// @param proxy `host:port` of an HTTP proxy, that looks names up itself; empty for none
    /// @param trust whom it believes
    HttpTalk(Optional<InetSocketAddress> proxy, MailTrust trust) {
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Limits.HTTP_CONNECT)
                        .sslContext(trust.context())
                        .proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /// What is asked.
    ///
    /// @param within until the answer is there to its last byte
    record Ask(
            String method,
            URI to,
            Map<String, String> headers,
            String body,
            Duration within,
            int mostBytes) {
        /// One that waits as long as a message may take, for a small answer.
        static Ask post(URI to, Map<String, String> headers, String body) {
            return new Ask("POST", to, headers, body, Limits.HTTP_SEND, Limits.HTTP_ANSWER_BYTES);
        }

        @Override
        public String toString() {
            return "ask";
        }
    }

    /// What came of it.
    sealed interface Heard {}

    /// An answer, whatever it says.
    record Answered(int status, String body) implements Heard {}

    /// None that could be read.
    ///
    /// @param mayBeOut whether the other side may have taken what was said
    record Broken(Reason why, boolean mayBeOut) implements Heard {}

    /// Asks and waits for the answer.
    Heard say(Ask ask) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(ask), capped(ask));
        try {
            HttpResponse<String> got = answer.get(ask.within().toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(got.statusCode(), got.body());
        } catch (TimeoutException e) {
            boolean _ = answer.cancel(true);
            return new Broken(Reason.NO_ANSWER, true);
        } catch (InterruptedException e) {
            boolean _ = answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Broken(Reason.NO_ANSWER, true);
        } catch (ExecutionException e) {
            return broken(e);
        }
    }

    private static HttpRequest request(Ask ask) {
        var request = HttpRequest.newBuilder(ask.to());
        ask.headers().forEach(request::header);
        return request.method(
                        ask.method(),
                        ask.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(ask.body()))
                .build();
    }

    private static HttpResponse.BodyHandler<String> capped(Ask ask) {
        int most = Math.min(ask.mostBytes(), ANSWER_MOST);
        return BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), most);
    }

    /// The first in the chain of causes that says something.
    private static Broken broken(Throwable error) {
        Throwable e = error;
        for (int depth = 0; e != null && depth < CHAIN; depth++) {
            Optional<Broken> said = said(e);
            if (said.isPresent()) {
                return said.get();
            }
            e = e.getCause();
        }
        return new Broken(Reason.HUNG_UP, true);
    }

    private static Optional<Broken> said(Throwable e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return switch (e) {
            case HttpConnectTimeoutException _ -> Optional.of(new Broken(Reason.NO_ANSWER, false));
            case ConnectException _, UnresolvedAddressException _ ->
                    Optional.of(new Broken(Reason.NOT_REACHED, false));
            case SSLHandshakeException _ -> Optional.of(new Broken(Reason.NOT_TRUSTED, false));
            // It does not speak TLS at all.
            case SSLException _ when message.startsWith("Unsupported or unrecognized") ->
                    Optional.of(new Broken(Reason.NOT_TRUSTED, false));
            case ProtocolException _ -> Optional.of(new Broken(Reason.GARBLED, true));
            // The proxy did not get through.
            case IOException _ when message.startsWith("Tunnel failed") ->
                    Optional.of(new Broken(Reason.NOT_REACHED, false));
            case IOException _ when message.startsWith("body exceeds") ->
                    Optional.of(new Broken(Reason.GARBLED, true));
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
