package org.watchword.story.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.watchword.story.gateway.TelegramUpdates.Conflict;
import org.watchword.story.gateway.TelegramUpdates.Cut;
import org.watchword.story.gateway.TelegramUpdates.Some;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Telegram Bot API server on this machine: the documented methods that a desk uses, for one bot,
/// over plain HTTP. It keeps what the bot sent, says to the bot what people write, by long polling
/// or to a webhook, and can be made to misbehave.
///
/// A chat is whoever has that number: a private chat's number is its person's. Whoever blocked the
/// bot gets nothing.
public final class TelegramServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEXT_UNITS = 4096;
    private static final long LONGEST_POLL = 50;

    private final String name;
    private final MailGateway.Clocks clocks;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TelegramUpdates updates = new TelegramUpdates();
    private final TelegramHook hook = new TelegramHook(updates);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final Set<Long> blocked = ConcurrentHashMap.newKeySet();
    private final AtomicLong messages = new AtomicLong(100);
    private final AtomicInteger tooMany = new AtomicInteger();
    private volatile String token;
    private volatile Fault fault = Fault.NONE;

    private TelegramServer(String name, String token, MailGateway.Clocks clocks, HttpServer http) {
        this.name = name;
        this.token = token;
        this.clocks = clocks;
        this.http = http;
    }

    /// Starts a server on a free port of this machine.
    ///
    /// @param token the one bot it knows, such as `4242:AAfigures`
    public static TelegramServer start(String name, String token, MailGateway.Clocks clocks) {
        return start(name, token, clocks, 0);
    }

    /// Starts a server on a given port: one that comes back where it was.
    public static TelegramServer start(
            String name, String token, MailGateway.Clocks clocks, int port) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var server = new TelegramServer(name, token, clocks, HttpServer.create(here, 0));
            server.http.setExecutor(server.threads);
            server.http.createContext("/", server::serve);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /// What a desk is told as the address of the Bot API.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public String token() {
        return token;
    }

    public Fault fault() {
        return fault;
    }

    /// From now on it behaves like this; whoever is connected is cut off.
    public void turn(Fault to) {
        fault = to;
        updates.cut();
    }

    /// The token is good no more: every call with it is told so.
    public void revoke() {
        token = "";
        updates.cut();
    }

    /// The bot has this token now.
    public void issue(String fresh) {
        token = fresh;
    }

    /// This person blocks the bot, or lets it write again.
    public void blocks(long chatId, boolean yes) {
        boolean _ = yes ? blocked.add(chatId) : blocked.remove(chatId);
    }

    /// The next so many messages are refused as too many, to be tried again after one second.
    public void tooManyFor(int refusals) {
        tooMany.set(refusals);
    }

    /// Somebody writes to the bot in a chat of their own.
    public void say(long chatId, String text) {
        updates.add(update(message(chatId, chatId, "private", text)));
    }

    /// Somebody writes in a group that the bot is in.
    public void sayInGroup(long groupId, long senderId, String text) {
        updates.add(update(message(groupId, senderId, "supergroup", text)));
    }

    /// Somebody sends what is no text, such as a picture.
    public void show(long chatId) {
        ObjectNode message = message(chatId, chatId, "private", "");
        message.remove("text");
        message.putArray("photo").addObject().put("file_id", "p1").put("width", 90);
        updates.add(update(message));
    }

    /// What the bot has not yet taken.
    public int waiting() {
        return updates.waiting();
    }

    /// Everything the bot sent and the server took, oldest first; swallowed messages among them.
    /// The address is the chat's number.
    public List<Received> received() {
        return List.copyOf(received);
    }

    /// The methods that were called, oldest first.
    public List<String> called() {
        return List.copyOf(called);
    }

    /// Where updates are posted to; empty while the bot polls.
    public Optional<String> webhook() {
        return hook.address();
    }

    /// Calls with every message from now on, on a thread of the server's: hand over, do not work.
    public void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }

    private static ObjectNode update(ObjectNode message) {
        ObjectNode update = JSON.createObjectNode();
        update.set("message", message);
        return update;
    }

    private ObjectNode message(long chatId, long senderId, String type, String text) {
        ObjectNode message = JSON.createObjectNode();
        message.put("message_id", messages.incrementAndGet());
        message.put("date", clocks.story().instant().getEpochSecond());
        message.putObject("chat").put("id", chatId).put("type", type);
        message.putObject("from").put("id", senderId).put("is_bot", false).put("first_name", "A");
        message.put("text", text);
        return message;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (fault) {
                case HANGS -> updates.hang();
                case REFUSES -> answer(exchange, failed(503, "Service Unavailable"));
                case GARBLES -> say(exchange, 200, "<html>\u0001 999 what?");
                case NONE, SWALLOWS -> {
                    Optional<ObjectNode> reply = reply(exchange.getRequestURI().getPath(), body);
                    if (reply.isPresent()) {
                        answer(exchange, reply.get());
                    }
                }
            }
        }
    }

    /// Empty when the line was cut meanwhile.
    private Optional<ObjectNode> reply(String path, byte[] body) {
        int slash = path.indexOf('/', 1);
        if (!path.startsWith("/bot") || slash < 0) {
            return Optional.of(failed(404, "Not Found"));
        }
        if (token.isEmpty() || !path.substring("/bot".length(), slash).equals(token)) {
            return Optional.of(failed(401, "Unauthorized"));
        }
        String method = path.substring(slash + 1);
        called.add(method);
        try {
            JsonNode asked = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            return switch (method) {
                case "getMe" -> Optional.of(me());
                case "sendMessage" -> Optional.of(take(asked));
                case "getUpdates" -> poll(asked);
                case "setWebhook" -> Optional.of(hook(asked));
                case "deleteWebhook" -> {
                    hook.none();
                    yield Optional.of(good());
                }
                default -> Optional.of(failed(404, "Not Found"));
            };
        } catch (JacksonException e) {
            return Optional.of(failed(400, "Bad Request: can't parse JSON"));
        }
    }

    private ObjectNode me() {
        ObjectNode reply = ok();
        reply.putObject("result")
                .put("id", 4242)
                .put("is_bot", true)
                .put("first_name", "Notes")
                .put("username", "notes_bot");
        return reply;
    }

    private ObjectNode take(JsonNode asked) {
        long chat = asked.path("chat_id").asLong(0);
        String text = asked.path("text").asString("");
        if (tooMany.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            ObjectNode slow = failed(429, "Too Many Requests: retry after 1");
            slow.putObject("parameters").put("retry_after", 1);
            return slow;
        }
        if (chat == 0) {
            return failed(400, "Bad Request: chat not found");
        }
        if (blocked.contains(chat)) {
            return failed(403, "Forbidden: bot was blocked by the user");
        }
        if (text.isBlank()) {
            return failed(400, "Bad Request: message text is empty");
        }
        if (text.length() > TEXT_UNITS) {
            return failed(400, "Bad Request: message is too long");
        }
        keep(chat, text, asked.toString());
        ObjectNode reply = ok();
        ObjectNode sent = message(chat, 4242, "private", text);
        reply.set("result", sent);
        return reply;
    }

    private void keep(long chat, String text, String raw) {
        var taken =
                new Received(
                        name,
                        String.valueOf(chat),
                        "",
                        text,
                        raw,
                        clocks.real().instant(),
                        clocks.story().instant(),
                        fault == Fault.SWALLOWS);
        received.add(taken);
        listeners.forEach(listener -> listener.accept(taken));
    }

    private Optional<ObjectNode> poll(JsonNode asked) {
        if (hook.address().isPresent()) {
            return Optional.of(failed(409, "Conflict: can't use getUpdates while webhook is set"));
        }
        long seconds = Math.clamp(asked.path("timeout").asLong(0), 0, LONGEST_POLL);
        return switch (updates.poll(asked.path("offset").asLong(0), seconds)) {
            case Some(var found) -> {
                ObjectNode reply = ok();
                var list = reply.putArray("result");
                found.forEach(update -> list.add(update.json()));
                yield Optional.of(reply);
            }
            case Conflict _ ->
                    Optional.of(failed(409, "Conflict: terminated by other getUpdates request"));
            case Cut _ -> Optional.empty();
        };
    }

    private ObjectNode hook(JsonNode asked) {
        hook.to(asked.path("url").asString(""), asked.path("secret_token").asString(""));
        updates.cut();
        return good();
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode good() {
        return ok().put("result", true);
    }

    private static ObjectNode failed(int code, String description) {
        return JSON.createObjectNode()
                .put("ok", false)
                .put("error_code", code)
                .put("description", description);
    }

    private static void answer(HttpExchange exchange, ObjectNode reply) throws IOException {
        say(exchange, reply.path("error_code").asInt(200), reply.toString());
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        hook.close();
        updates.cut();
        http.stop(0);
        threads.shutdownNow();
    }
}
