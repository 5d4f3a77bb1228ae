package org.watchword.desk.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.watchword.desk.delivery.GatewayTree.Field;
import org.watchword.desk.delivery.GatewayTree.Fields;
import org.watchword.desk.delivery.GatewayTree.Items;
import org.watchword.desk.delivery.GatewayTree.Leaf;
import org.watchword.desk.delivery.GatewayTree.Piece;
import tools.jackson.core.JsonToken;

/// Reads one request out of a gateway file: where to, with what, and what its answers mean.
final class GatewayRequest {
    private static final Set<String> BODIES = Set.of("form", "json", "text");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,60}");

    /// Set by HTTP itself; none of them is a gateway's business.
    private static final Set<String> OWN =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "upgrade",
                    "transfer-encoding");

    private final Fields fields;
    private final Set<Gapped.Gap> never;

    /// @param never gaps that make no sense in this request
    GatewayRequest(Fields fields, Set<Gapped.Gap> never) {
        this.fields = fields;
        this.never = never;
    }

    Request read(List<String> methods, Set<Meaning> meanings, Meaning good) {
        GatewayPieces.only(
                fields, "method", "address", "sign-in", "headers", "form", "json", "text", "coding",
                "answers", "id");
        String method =
                GatewayPieces.choice(
                        GatewayPieces.must(fields, "method"), methods.toArray(String[]::new));
        Optional<Field> signIn = fields.find("sign-in");
        signIn.ifPresent(field -> GatewayPieces.choice(field, "basic"));
        return new Request(
                method,
                address(GatewayPieces.must(fields, "address")),
                signIn.isPresent(),
                GatewayPieces.optionalFields(fields, "headers").map(this::headers).orElse(Map.of()),
                body(method),
                answers(GatewayPieces.must(fields, "answers"), meanings, good));
    }

    /// No secret, number or word stands in an address, and no other host is asked.
    private Gapped address(Field field) {
        Gapped address = gapped(field, EnumSet.of(Gapped.Gap.BASE, Gapped.Gap.USER));
        if (!GatewayPieces.text(field).startsWith("{base}/") || !isOne(address)) {
            throw new BadGateway(field.line(), "address", field.name());
        }
        return address;
    }

    private static boolean isOne(Gapped address) {
        try {
            var filled = new URI("https:/" + address.fill(Map.of(Gapped.Gap.BASE, "/x")));
            return filled.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Gapped gapped(Field field, Set<Gapped.Gap> allowed) {
        Gapped text = Gapped.of(field.line(), GatewayPieces.text(field));
        text.gaps().stream()
                .filter(gap -> !allowed.contains(gap) || never.contains(gap))
                .findFirst()
                .ifPresent(gap -> {
                    throw new BadGateway(field.line(), "gap-here", "{" + gap.word() + "}");
                });
        return text;
    }

    private Map<String, Gapped> headers(Fields from) {
        var allowed = EnumSet.complementOf(EnumSet.of(Gapped.Gap.BASE, Gapped.Gap.TEXT));
        var headers = new LinkedHashMap<String, Gapped>();
        for (Field field : from.all().values()) {
            if (!HEADER.matcher(field.name()).matches()
                    || OWN.contains(field.name().toLowerCase(Locale.ROOT))) {
                throw new BadGateway(field.line(), "header", field.name());
            }
            headers.put(field.name(), gapped(field, allowed));
        }
        return headers;
    }

    private Body body(String method) {
        List<Field> bodies =
                fields.all().values().stream()
                        .filter(field -> BODIES.contains(field.name()))
                        .toList();
        boolean without = method.equals("GET") || method.equals("HEAD");
        if (bodies.size() > 1 || bodies.isEmpty() != without) {
            throw new BadGateway(fields.line(), "body", "");
        }
        if (without) {
            return new None();
        }
        Field field = bodies.getFirst();
        var allowed = EnumSet.complementOf(EnumSet.of(Gapped.Gap.BASE));
        return switch (field.name()) {
            case "form" -> new Form(each(GatewayPieces.fields(field), f -> gapped(f, allowed)));
            case "json" -> new Json(new Branch(branch(GatewayPieces.fields(field))));
            default -> new Text(gapped(field, allowed));
        };
    }

    private Map<String, Tree> branch(Fields from) {
        return each(from, this::tree);
    }

    private Tree tree(Field field) {
        return switch (field.value()) {
            case Fields inner -> new Branch(branch(inner));
            case Items(int _, List<Piece> all) ->
                    new Row(
                            all.stream()
                                    .map(piece ->
                                            tree(new Field(piece.line(), field.name(), piece)))
                                    .toList());
            case Leaf(int _, String _, JsonToken token) when token == JsonToken.VALUE_STRING ->
                    new Words(gapped(field, EnumSet.complementOf(EnumSet.of(Gapped.Gap.BASE))));
            case Leaf(int _, String text, JsonToken token) -> new Fixed(text, token);
        };
    }

    private static <T> Map<String, T> each(Fields from, Function<Field, T> read) {
        var all = new LinkedHashMap<String, T>();
        from.all().values().forEach(field -> all.put(field.name(), read.apply(field)));
        return all;
    }

    private static List<Fit> answers(Field field, Set<Meaning> meanings, Meaning good) {
        if (!(field.value() instanceof Items(int line, List<Piece> all))) {
            throw new BadGateway(field.line(), "list", field.name());
        }
        var fits = new ArrayList<Fit>();
        for (Piece piece : all) {
            fits.add(
                    fit(GatewayPieces.fields(new Field(piece.line(), "answers", piece)), meanings));
        }
        if (fits.stream().noneMatch(fit -> fit.is() == good)) {
            throw new BadGateway(line, "never", word(good));
        }
        return fits;
    }

    private static Fit fit(Fields fields, Set<Meaning> meanings) {
        GatewayPieces.only(fields, "is", "status", "holds", "json");
        String[] words =
                meanings.stream().map(GatewayRequest::word).sorted().toArray(String[]::new);
        String is = GatewayPieces.choice(GatewayPieces.must(fields, "is"), words);
        int[] status = GatewayPieces.statuses(GatewayPieces.must(fields, "status"));
        return new Fit(
                meanings.stream().filter(m -> word(m).equals(is)).findAny().orElseThrow(),
                status[0],
                status[1],
                fields.find("holds").map(GatewayPieces::text),
                GatewayPieces.optionalFields(fields, "json")
                        .map(GatewayRequest::allowed)
                        .orElse(Map.of()));
    }

    private static Map<String, Allowed> allowed(Fields from) {
        return from.all().values().stream()
                .collect(
                        Collectors.toMap(
                                field -> GatewayPieces.pointer(field.line(), field.name()),
                                GatewayRequest::allowed));
    }

    private static Allowed allowed(Field field) {
        boolean none =
                field.value() instanceof Leaf(int _, String _, JsonToken token)
                        && token == JsonToken.VALUE_NULL;
        List<String> values = none ? List.of() : GatewayPieces.texts(field);
        return new Allowed(values, none, values.equals(List.of("*")));
    }

    private static String word(Meaning meaning) {
        return meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
