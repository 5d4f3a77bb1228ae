package org.watchword.desk.delivery;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.Sentence;
import tools.jackson.core.JsonToken;

/// How one SMS gateway is spoken to, as its file says (`docs/formats/sms-gateway.md`).
///
/// @param probe what asks whether it is well, without sending
/// @param proof how the gateway shows the incoming secret
record GatewayFile(
        Request send,
        IdFrom id,
        Map<Boolean, String> codings,
        Optional<Request> probe,
        Optional<Place> proof,
        Optional<Reports> reports,
        Optional<Incoming> incoming) {
    /// What reading came to.
    sealed interface Read {}

    record Good(GatewayFile file) implements Read {}

    /// It cannot be used, and why, with the line.
    record Bad(Sentence why) implements Read {}

    static Read read(String written) {
        try {
            return new Good(new GatewayReader(GatewayTree.read(written)).file());
        } catch (BadGateway e) {
            return new Bad(e.why());
        }
    }

    /// Whether the gateway reports to the address that each message names.
    boolean saysWhereTheDeskIs() {
        var desk = Set.of(Gapped.Gap.DESK, Gapped.Gap.DESK_SIGNED);
        return Stream.concat(send.headers().values().stream(), send.body().texts())
                .anyMatch(text -> !Collections.disjoint(text.gaps(), desk));
    }

    /// One thing the desk asks the gateway.
    ///
    /// @param signIn with name and secret as HTTP Basic
    /// @param answers the first that fits says what an answer means
    record Request(
            String method,
            Gapped address,
            boolean signIn,
            Map<String, Gapped> headers,
            Body body,
            List<Fit> answers) {}

    /// What a request carries.
    sealed interface Body {
        default Stream<Gapped> texts() {
            return switch (this) {
                case None _ -> Stream.empty();
                case Form(Map<String, Gapped> fields) -> fields.values().stream();
                case Json(Tree tree) -> tree.texts();
                case Text(Gapped text) -> Stream.of(text);
            };
        }
    }

    record None() implements Body {}

    record Form(Map<String, Gapped> fields) implements Body {}

    record Json(Tree tree) implements Body {}

    record Text(Gapped text) implements Body {}

    /// A JSON value with gaps in its texts.
    sealed interface Tree {
        default Stream<Gapped> texts() {
            return switch (this) {
                case Branch(Map<String, Tree> fields) ->
                        fields.values().stream().flatMap(Tree::texts);
                case Row(List<Tree> items) -> items.stream().flatMap(Tree::texts);
                case Words(Gapped text) -> Stream.of(text);
                case Fixed _ -> Stream.empty();
            };
        }
    }

    record Branch(Map<String, Tree> fields) implements Tree {}

    record Row(List<Tree> items) implements Tree {}

    record Words(Gapped text) implements Tree {}

    /// A number, true, false or null, as it is.
    record Fixed(String text, JsonToken token) implements Tree {}

    /// An answer that means something: all of it must hold.
    ///
    /// @param json by pointer: the values it may have
    record Fit(
            Meaning is,
            int leastStatus,
            int mostStatus,
            Optional<String> holds,
            Map<String, Allowed> json) {}

    /// What may stand at a place of an answer.
    ///
    /// @param none nothing or null
    /// @param some anything but nothing or null
    record Allowed(List<String> values, boolean none, boolean some) {}

    /// What an answer means.
    enum Meaning {
        SENT,
        ALIVE,
        /// Never this message.
        REFUSED,
        /// Never this number.
        ADDRESS_REFUSED,
        SIGN_IN_REFUSED,
        /// Not now.
        BUSY
    }

    /// Where the id of a message that was taken stands.
    sealed interface IdFrom {}

    /// It is the reference the desk itself gave.
    record Own() implements IdFrom {}

    record Answered(String pointer) implements IdFrom {}

    /// Where something stands in what a gateway posts.
    record Place(In in, String name) {}

    /// The parts of a request.
    enum In {
        QUERY,
        HEADER,
        FORM,
        JSON,
        BODY,
        /// The password of HTTP Basic.
        BASIC
    }

    /// How it tells what became of messages.
    record Reports(
            boolean post,
            Place id,
            Place state,
            List<String> arrived,
            List<String> lost,
            Channel.Reply answer) {}

    /// How it hands in what phones send.
    ///
    /// @param id what together names a message; empty when nothing does
    record Incoming(Place sender, Place text, List<Place> id, Channel.Reply answer) {}
}
