package org.watchword.desk.web;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.watchword.desk.basis.Limits;

/// Answers at a door: one page, one form. Whatever stands in the form is taken by one path and
/// answered by one page.
final class DoorHandler extends Handler.Abstract {
    private final DoorSite site;
    private final DoorPage page;
    private final Supplier<DoorDrawing> drawn;
    private final FormReader forms;
    private final Beat beat;
    private final RandomGenerator random;

    DoorHandler(DoorSite site, DoorPage page, Supplier<DoorDrawing> drawn, Means means) {
        this.site = site;
        this.page = page;
        this.drawn = drawn;
        this.forms = means.forms();
        this.beat = means.beat();
        this.random = means.random();
    }

    /// What it works with.
    record Means(FormReader forms, Beat beat, RandomGenerator random) {}

    /// A status and which page goes with it.
    private record Said(int status, ByteBuffer page) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        DoorDrawing drawing = drawn.get();
        Optional<HostName> host = site.asked(header(request, "Host"));
        Said said;
        try {
            said = host.map(name -> said(request, drawing, name)).orElseGet(() -> lost(drawing));
        } catch (RuntimeException | StackOverflowError e) {
            Incident.of(e, "a page", random);
            said = new Said(500, drawing.later());
        }
        response.setStatus(said.status());
        DoorHeaders.put(response, drawing.policy(), host.map(HostName::tls).orElse(false));
        if (said.status() == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
        }
        response.write(true, said.page().duplicate(), callback);
        return true;
    }

    private static Said lost(DoorDrawing drawing) {
        return new Said(421, drawing.notHere());
    }

    private Said said(Request request, DoorDrawing drawing, HostName host) {
        if (!"/".equals(Request.getPathInContext(request))) {
            return new Said(404, drawing.notHere());
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> new Said(200, drawing.page());
            case "POST" -> posted(request, drawing, host);
            default -> new Said(405, drawing.notSo());
        };
    }

    private Said posted(Request request, DoorDrawing drawing, HostName host) {
        if (isForeign(request, host)) {
            return new Said(403, drawing.notSo());
        }
        try (var form =
                forms.read(
                        header(request, "Content-Type"),
                        request.getLength(),
                        Content.Source.asInputStream(request),
                        Limits.DOOR_BYTES)) {
            take(form);
        } catch (FormRefusal e) {
            if (e.status() != 400) {
                return new Said(e.status(), drawing.notSo());
            }
            page.take("", "");
        }
        beat.await();
        return new Said(200, drawing.taken());
    }

    private void take(PostedForm form) {
        page.take(form.cleaned("a").orElse(""), form.cleaned("b").orElse(""));
    }

    /// A page of somebody else's. One that hides where it comes from is our own: it was told to.
    private static boolean isForeign(Request request, HostName host) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
            return true;
        }
        String own = host.scheme() + "://" + header(request, "Host").orElse("");
        return header(request, "Origin")
                .filter(origin -> !origin.equals("null") && !origin.equalsIgnoreCase(own))
                .isPresent();
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
