package org.watchword.desk.delivery;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.Channel.Reply;
import org.watchword.desk.delivery.GatewayFile.Incoming;
import org.watchword.desk.delivery.GatewayFile.Place;
import org.watchword.desk.delivery.GatewayFile.Reports;

/// What a gateway posts: reports and what phones sent. Without the channel's secret, in the one
/// place where it belongs, nothing in it is looked at.
final class SmsDoor {
    private static final Pattern CHARSET =
            Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private static final String SECRET_DOMAIN = "delivery/incoming-secret";
    private static final Reply NOT_UNDERSTOOD = new Reply(400, "");

    private final GatewayFile file;
    private final String secret;
    private final KeyedHash hash;
    private final InstantSource clock;

    SmsDoor(SmsSettings settings, KeyedHash hash, InstantSource clock) {
        this.file = settings.file();
        this.secret = settings.incoming();
        this.hash = hash;
        this.clock = clock;
    }

    Reply take(Posted what, ChannelId channel, Inbound inbound) {
        if (!isProven(what)) {
            return Reply.NOTHING_HERE;
        }
        return reported(what, channel, inbound)
                .or(() -> handedIn(what, channel, inbound))
                .orElse(NOT_UNDERSTOOD);
    }

    private boolean isProven(Posted what) {
        return file.proof()
                .flatMap(place -> at(what, place))
                .filter(shown -> MessageDigest.isEqual(hashed(shown), hashed(secret)))
                .isPresent();
    }

    private byte[] hashed(String text) {
        return hash.of(SECRET_DOMAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Reply> reported(Posted what, ChannelId channel, Inbound inbound) {
        if (file.reports().isEmpty() || file.reports().get().post() != what.post()) {
            return Optional.empty();
        }
        Reports reports = file.reports().get();
        Optional<String> id = at(what, reports.id());
        Optional<String> state = at(what, reports.state());
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        state(reports, state.get())
                .ifPresent(now -> inbound.receipt(channel, new Receipt(id.get(), now)));
        return Optional.of(reports.answer());
    }

    /// Empty while it is on its way, or in a state that the file does not name.
    private static Optional<Receipt.State> state(Reports reports, String said) {
        if (reports.arrived().contains(said)) {
            return Optional.of(Receipt.State.ARRIVED);
        }
        return reports.lost().contains(said) ? Optional.of(Receipt.State.LOST) : Optional.empty();
    }

    private Optional<Reply> handedIn(Posted what, ChannelId channel, Inbound inbound) {
        if (file.incoming().isEmpty() || !what.post()) {
            return Optional.empty();
        }
        Incoming incoming = file.incoming().get();
        Optional<String> sender = at(what, incoming.sender());
        Optional<String> text = at(what, incoming.text());
        if (sender.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        inbound.keep(
                channel,
                new Inbound.Word(
                        id(what, incoming.id()),
                        Optional.of(PhoneNumber.sender(sender.get())),
                        Optional.empty(),
                        readable(text.get()),
                        clock.instant()));
        return Optional.of(incoming.answer());
    }

    private static Optional<String> id(Posted what, List<Place> places) {
        List<Optional<String>> parts = places.stream().map(place -> at(what, place)).toList();
        return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(String.join("\n", parts.stream().map(Optional::get).toList()));
    }

    private static String readable(String text) {
        return CleanText.beginning(CleanText.cleaned(text), Limits.TEXT_CHARACTERS);
    }

    private static Optional<String> at(Posted what, Place place) {
        String name = place.name();
        Optional<String> found =
                switch (place.in()) {
                    case QUERY -> Optional.ofNullable(what.query().get(name));
                    case HEADER ->
                            Optional.ofNullable(what.headers().get(name.toLowerCase(Locale.ROOT)));
                    case FORM -> field(body(what), name);
                    case JSON -> GatewayCall.at(body(what), name);
                    case BODY -> Optional.of(body(what));
                    case BASIC ->
                            Optional.ofNullable(what.headers().get("authorization"))
                                    .flatMap(SmsDoor::password);
                };
        return found.filter(text -> !text.isEmpty());
    }

    private static Optional<String> password(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getDecoder().decode(header.substring(6).strip());
            String[] parts = new String(both, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> field(String form, String name) {
        for (String pair : form.split("&", Limits.FORM_FIELDS)) {
            String[] parts = pair.split("=", 2);
            try {
                if (parts.length == 2 && decoded(parts[0]).equals(name)) {
                    return Optional.of(decoded(parts[1]));
                }
            } catch (IllegalArgumentException e) {
                // Not a form's encoding: not the field that is looked for.
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String body(Posted what) {
        Matcher named = CHARSET.matcher(what.headers().getOrDefault("content-type", ""));
        return new String(
                what.body(), named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
