package org.watchword.desk.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What is said to a request that was too broken to be anybody's: one sentence, the same headers as
/// everywhere, not a word about the server.
final class EarlyErrors extends ErrorHandler {
    private final Site site;

    EarlyErrors(Site site) {
        this.site = site;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var language =
                AskedLanguage.of(
                        Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)),
                        site.words(),
                        site.fallback());
        String sentence = site.words().in(language).say("web.refused.broken_request");
        boolean tls = site.hosts().stream().anyMatch(HostName::tls);
        setHeaders(response.getHeaders(), tls);
        response.write(true, bytes(sentence), callback);
        return true;
    }

    private static void setHeaders(HttpFields.Mutable fields, boolean tls) {
        SecurityHeaders.always(tls).forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
