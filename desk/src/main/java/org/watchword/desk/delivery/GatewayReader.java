package org.watchword.desk.delivery;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.delivery.GatewayFile.Answered;
import org.watchword.desk.delivery.GatewayFile.IdFrom;
import org.watchword.desk.delivery.GatewayFile.In;
import org.watchword.desk.delivery.GatewayFile.Incoming;
import org.watchword.desk.delivery.GatewayFile.Meaning;
import org.watchword.desk.delivery.GatewayFile.Own;
import org.watchword.desk.delivery.GatewayFile.Place;
import org.watchword.desk.delivery.GatewayFile.Reports;
import org.watchword.desk.delivery.GatewayFile.Request;
import org.watchword.desk.delivery.GatewayTree.Field;
import org.watchword.desk.delivery.GatewayTree.Fields;
import org.watchword.desk.delivery.GatewayTree.Items;
import org.watchword.desk.delivery.GatewayTree.Leaf;
import org.watchword.desk.delivery.GatewayTree.Piece;

/// Reads a gateway file, strictly: what it does not know it names with its line.
final class GatewayReader {
    private static final String VERSION = "1";
    private static final Set<Gapped.Gap> NOT_WHEN_ASKING =
            EnumSet.of(
                    Gapped.Gap.TO,
                    Gapped.Gap.TO_DIGITS,
                    Gapped.Gap.TEXT,
                    Gapped.Gap.CODING,
                    Gapped.Gap.REFERENCE);

    private final Fields root;

    GatewayReader(Fields root) {
        this.root = root;
    }

    GatewayFile file() {
        GatewayPieces.only(root, "gateway", "send", "probe", "proof", "reports", "incoming");
        Field version = GatewayPieces.must(root, "gateway");
        GatewayPieces.choice(version, VERSION);
        Fields send = GatewayPieces.fields(GatewayPieces.must(root, "send"));
        var sending = new GatewayRequest(send, EnumSet.noneOf(Gapped.Gap.class));
        Request request =
                sending.read(
                        List.of("POST", "PUT"),
                        Set.of(
                                Meaning.SENT,
                                Meaning.REFUSED,
                                Meaning.ADDRESS_REFUSED,
                                Meaning.SIGN_IN_REFUSED,
                                Meaning.BUSY),
                        Meaning.SENT);
        Optional<Reports> reports = root.find("reports").map(this::reports);
        Optional<Incoming> incoming = root.find("incoming").map(this::incoming);
        Optional<Place> proof = root.find("proof").map(GatewayReader::proof);
        if (proof.isEmpty() && (reports.isPresent() || incoming.isPresent())) {
            throw new BadGateway(root.line(), "missing", "proof");
        }
        return new GatewayFile(
                request,
                id(GatewayPieces.must(send, "id")),
                codings(send),
                root.find("probe").map(GatewayReader::probe),
                proof,
                reports,
                incoming);
    }

    private static Request probe(Field field) {
        var asking = new GatewayRequest(GatewayPieces.fields(field), NOT_WHEN_ASKING);
        return asking.read(
                List.of("GET", "HEAD", "POST"),
                Set.of(Meaning.ALIVE, Meaning.SIGN_IN_REFUSED, Meaning.BUSY),
                Meaning.ALIVE);
    }

    private static IdFrom id(Field field) {
        if (field.value() instanceof Leaf) {
            GatewayPieces.choice(field, "own");
            return new Own();
        }
        Place place = place(field, In.JSON);
        return new Answered(place.name());
    }

    private static Map<Boolean, String> codings(Fields send) {
        Optional<Field> found = send.find("coding");
        if (found.isEmpty()) {
            return Map.of();
        }
        Fields coding = GatewayPieces.fields(found.get());
        GatewayPieces.only(coding, "gsm", "unicode");
        return Map.of(
                true,
                GatewayPieces.text(GatewayPieces.must(coding, "gsm")),
                false,
                GatewayPieces.text(GatewayPieces.must(coding, "unicode")));
    }

    /// Never in the address: that stands in the logs of everything between the gateway and the
    /// desk.
    private static Place proof(Field field) {
        if (field.value() instanceof Leaf) {
            GatewayPieces.choice(field, "basic");
            return new Place(In.BASIC, "");
        }
        return place(field, In.HEADER, In.FORM, In.JSON);
    }

    private Reports reports(Field field) {
        Fields all = GatewayPieces.fields(field);
        GatewayPieces.only(all, "method", "id", "state", "arrived", "lost", "on-its-way", "answer");
        all.find("on-its-way").ifPresent(GatewayPieces::texts);
        String method = GatewayPieces.choice(GatewayPieces.must(all, "method"), "GET", "POST");
        return new Reports(
                method.equals("POST"),
                place(GatewayPieces.must(all, "id"), In.QUERY, In.HEADER, In.FORM, In.JSON),
                place(GatewayPieces.must(all, "state"), In.QUERY, In.HEADER, In.FORM, In.JSON),
                GatewayPieces.texts(GatewayPieces.must(all, "arrived")),
                all.find("lost").map(GatewayPieces::texts).orElse(List.of()),
                answer(all));
    }

    private Incoming incoming(Field field) {
        Fields all = GatewayPieces.fields(field);
        GatewayPieces.only(all, "method", "sender", "text", "id", "answer");
        GatewayPieces.choice(GatewayPieces.must(all, "method"), "POST");
        return new Incoming(
                place(GatewayPieces.must(all, "sender"), In.HEADER, In.FORM, In.JSON),
                placeOrBody(GatewayPieces.must(all, "text")),
                all.find("id").map(GatewayReader::places).orElse(List.of()),
                answer(all));
    }

    private static List<Place> places(Field field) {
        if (field.value() instanceof Items(int _, List<Piece> all)) {
            return all.stream()
                    .map(piece -> placeOrBody(new Field(piece.line(), field.name(), piece)))
                    .toList();
        }
        return List.of(placeOrBody(field));
    }

    private static Place placeOrBody(Field field) {
        if (field.value() instanceof Leaf) {
            GatewayPieces.choice(field, "body");
            return new Place(In.BODY, "");
        }
        return place(field, In.HEADER, In.FORM, In.JSON);
    }

    private static Place place(Field field, In... allowed) {
        Fields all = GatewayPieces.fields(field);
        var words = new LinkedHashMap<String, In>();
        for (In in : allowed) {
            words.put(in.name().toLowerCase(Locale.ROOT), in);
        }
        GatewayPieces.only(all, words.keySet().toArray(String[]::new));
        if (all.all().size() != 1) {
            throw new BadGateway(field.line(), "one-place", field.name());
        }
        Field one = all.all().values().iterator().next();
        In in = words.getOrDefault(one.name(), In.BODY);
        return new Place(in, in == In.JSON ? GatewayPieces.pointer(one) : GatewayPieces.text(one));
    }

    private static Channel.Reply answer(Fields all) {
        Optional<Field> found = all.find("answer");
        if (found.isEmpty()) {
            return new Channel.Reply(200, "");
        }
        Fields answer = GatewayPieces.fields(found.get());
        GatewayPieces.only(answer, "status", "text");
        return new Channel.Reply(
                answer.find("status").map(GatewayPieces::success).orElse(200),
                answer.find("text").map(GatewayPieces::text).orElse(""));
    }
}
