package org.watchword.desk.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.GatewayFile.Allowed;
import org.watchword.desk.delivery.GatewayFile.Body;
import org.watchword.desk.delivery.GatewayFile.Branch;
import org.watchword.desk.delivery.GatewayFile.Fit;
import org.watchword.desk.delivery.GatewayFile.Fixed;
import org.watchword.desk.delivery.GatewayFile.Form;
import org.watchword.desk.delivery.GatewayFile.Json;
import org.watchword.desk.delivery.GatewayFile.Meaning;
import org.watchword.desk.delivery.GatewayFile.None;
import org.watchword.desk.delivery.GatewayFile.Request;
import org.watchword.desk.delivery.GatewayFile.Row;
import org.watchword.desk.delivery.GatewayFile.Text;
import org.watchword.desk.delivery.GatewayFile.Tree;
import org.watchword.desk.delivery.GatewayFile.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/// One request of a gateway file with its gaps filled, each value escaped for where it stands, and
/// what an answer to it means.
final class GatewayCall {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    private final Request request;
    private final Map<Gapped.Gap, String> values;

    GatewayCall(Request request, Map<Gapped.Gap, String> values) {
        this.request = request;
        this.values = values;
    }

    /// Empty when a value does not fit into a header: it is not sent in pieces.
    Optional<HttpTalk.Ask> ask(Duration within) {
        var headers = new LinkedHashMap<String, String>();
        type(request.body()).ifPresent(type -> headers.put("Content-Type", type));
        headers.put("User-Agent", "desk");
        if (request.signIn()) {
            headers.put("Authorization", "Basic " + basic());
        }
        request.headers()
                .forEach((name, value) -> {
                    if (!value.isIdle(values)) {
                        headers.put(name, value.fill(values));
                    }
                });
        if (!headers.values().stream().allMatch(v -> HEADER_VALUE.matcher(v).matches())) {
            return Optional.empty();
        }
        String body = written(request.body());
        return Optional.of(
                new HttpTalk.Ask(
                        request.method(),
                        address(),
                        headers,
                        body,
                        within,
                        Limits.HTTP_ANSWER_BYTES));
    }

    private String basic() {
        String both =
                values.getOrDefault(Gapped.Gap.USER, "")
                        + ":"
                        + values.getOrDefault(Gapped.Gap.SECRET, "");
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private URI address() {
        String base = values.getOrDefault(Gapped.Gap.BASE, "");
        var rest =
                new Gapped(request.address().parts().subList(2, request.address().parts().size()));
        return URI.create(base + rest.fill(values, GatewayCall::encoded));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> type(Body body) {
        return switch (body) {
            case None _ -> Optional.empty();
            case Form _ -> Optional.of("application/x-www-form-urlencoded");
            case Json _ -> Optional.of("application/json");
            case Text _ -> Optional.of("text/plain; charset=UTF-8");
        };
    }

    private String written(Body body) {
        return switch (body) {
            case None _ -> "";
            case Form(Map<String, Gapped> fields) -> form(fields);
            case Json(Tree tree) -> JSON.writeValueAsString(node(tree));
            case Text(Gapped text) -> text.fill(values);
        };
    }

    private String form(Map<String, Gapped> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isIdle(values))
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(
                                        field.getValue().fill(values), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode node(Tree tree) {
        return switch (tree) {
            case Branch(Map<String, Tree> fields) -> {
                var node = NODES.objectNode();
                fields.forEach((name, field) -> {
                    if (!(field instanceof Words(Gapped text) && text.isIdle(values))) {
                        node.set(name, node(field));
                    }
                });
                yield node;
            }
            case Row(var items) -> {
                var node = NODES.arrayNode();
                items.forEach(item -> node.add(node(item)));
                yield node;
            }
            case Words(Gapped text) -> NODES.stringNode(text.fill(values));
            case Fixed(String text, var token) ->
                    switch (token) {
                        case VALUE_TRUE -> NODES.booleanNode(true);
                        case VALUE_FALSE -> NODES.booleanNode(false);
                        case VALUE_NULL -> NODES.nullNode();
                        default -> number(text);
                    };
        };
    }

    /// YAML knows numbers that JSON does not, such as `.inf`: they go as they were written.
    private static JsonNode number(String text) {
        JsonNode number = read(text);
        return number.isNumber() ? number : NODES.stringNode(text);
    }

    /// What the gateway answered, as the file understands it; empty when it does not.
    Optional<Meaning> meaning(HttpTalk.Answered answer) {
        JsonNode json = read(answer.body());
        return request.answers().stream()
                .filter(fit -> fits(fit, answer, json))
                .map(Fit::is)
                .findFirst();
    }

    private static boolean fits(Fit fit, HttpTalk.Answered answer, JsonNode json) {
        return answer.status() >= fit.leastStatus()
                && answer.status() <= fit.mostStatus()
                && fit.holds().map(answer.body()::contains).orElse(true)
                && fit.json().entrySet().stream()
                        .allMatch(one -> allows(one.getValue(), json.at(one.getKey())));
    }

    private static boolean allows(Allowed allowed, JsonNode at) {
        boolean nothing = at.isMissingNode() || at.isNull();
        if (allowed.none()) {
            return nothing;
        }
        return !nothing && (allowed.some() || allowed.values().contains(at.asString("")));
    }

    /// What stands at a place of a JSON answer; empty when there is no such thing.
    static Optional<String> at(String json, String pointer) {
        JsonNode at = read(json).at(pointer);
        return at.isValueNode() && !at.isNull()
                ? Optional.of(at.asString("")).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// Nothing at all where it is not JSON.
    private static JsonNode read(String json) {
        try {
            return json.isBlank() ? MissingNode.getInstance() : JSON.readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
