package org.watchword.desk.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;

/// What a request says about itself, read from its headers and never trusted further than that.
record Asked(Context context, Site site, Optional<HostName> host, Language language) {
    static Asked of(Context context, Site site) {
        Optional<HostName> host = hostOf(context, site);
        var language =
                AskedLanguage.of(
                        Optional.ofNullable(context.header("Accept-Language")),
                        site.words(),
                        site.fallback());
        return new Asked(context, site, host, language);
    }

    private static Optional<HostName> hostOf(Context context, Site site) {
        return header(context, "Host")
                .map(header -> header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""))
                .flatMap(name ->
                        site.hosts().stream().filter(host -> host.name().equals(name)).findFirst());
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }

    Optional<String> header(String name) {
        return header(context, name);
    }

    String path() {
        return context.path();
    }

    /// The address at the other end: a proxy's or an onion service's own, where there is one.
    String source() {
        return context.ip();
    }

    boolean tls() {
        return host.map(HostName::tls).orElse(false);
    }

    /// `https://name:port` as the browser sees it.
    String ownOrigin() {
        String scheme = host.map(HostName::scheme).orElse("http");
        return scheme + "://" + header("Host").orElse("").toLowerCase(Locale.ROOT);
    }

    Optional<String> cookie() {
        return host.map(SessionCookie::on)
                .flatMap(cookie -> Optional.ofNullable(context.cookie(cookie.name())))
                .filter(value -> !value.isEmpty());
    }

    /// Whether a person asked for this, not a page that renews itself.
    boolean deliberate() {
        return header("X-Renew").isEmpty() && query("renew").isEmpty();
    }

    /// A query parameter, cleaned; one that cannot be decoded counts as not sent.
    Optional<String> query(String name) {
        String all = Optional.ofNullable(context.queryString()).orElse("");
        for (String pair : all.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (key.equals(name)) {
                return decoded(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    /// All headers by their lower-case names, of repeated ones the first.
    Map<String, String> headers() {
        var all = new TreeMap<String, String>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            header(name).ifPresent(value -> all.putIfAbsent(lower(name), value));
        }
        return all;
    }

    /// All query parameters, cleaned, of repeated ones the first.
    Map<String, String> queries() {
        var all = new TreeMap<String, String>();
        String query = Optional.ofNullable(context.queryString()).orElse("");
        Stream.of(query.split("&", -1))
                .limit(Limits.FORM_FIELDS)
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        decoded(pair[0])
                                .filter(name -> !name.isEmpty())
                                .ifPresent(name ->
                                        decoded(pair.length < 2 ? "" : pair[1])
                                                .ifPresent(to -> all.putIfAbsent(name, to))));
        return all;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> decoded(String value) {
        try {
            String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
            return Optional.of(CleanText.cleaned(text.replace("\uFFFD", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The page of this desk from which the request came, as far as the browser tells.
    String cameFrom() {
        String referer = header("Referer").orElse("");
        String own = ownOrigin();
        return referer.startsWith(own + "/") ? Doors.ours(referer.substring(own.length())) : "/";
    }

    /// Where to come back to after a door: the page itself, or the page whose form was sent.
    String backTo() {
        if (context.req().getMethod().equals("POST")) {
            return cameFrom();
        }
        String query = Optional.ofNullable(context.queryString()).map(q -> "?" + q).orElse("");
        return Doors.ours(context.req().getRequestURI() + query);
    }
}
