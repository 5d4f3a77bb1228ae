package org.watchword.desk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.Limits;

/// Answers a machine: it proves itself to the handler by a secret of its own, so no cookie is read,
/// no form token asked for and no page shown. Whatever goes wrong is a number and an empty text.
final class Machines {
    private final Site site;
    private final Rooms rooms;
    private final Pages pages;
    private final FormReader reader;
    private final RandomGenerator random;

    Machines(Site site, Rooms rooms, Pages pages, FormReader reader, RandomGenerator random) {
        this.site = site;
        this.rooms = rooms;
        this.pages = pages;
        this.reader = reader;
        this.random = random;
    }

    void route(Context context, Route route) {
        try {
            Asked asked = Asked.of(context, site);
            var nobody = new Caller.Nobody(asked.language());
            byte[] body = route.method() == Route.Method.POST ? body(context) : new byte[0];
            var visit =
                    new RequestVisit(
                            asked,
                            nobody,
                            PostedForm.EMPTY,
                            pages.frame(nobody, asked.path()),
                            new RequestVisit.Sent(context.pathParamMap(), body));
            if (!(route.handler().answer(visit) instanceof Answer.Plain plain)) {
                throw new IllegalStateException("a machine is answered in plain text");
            }
            Replies.plain(context, plain);
        } catch (Route.NotHere e) {
            plain(context, 404);
        } catch (FormRefusal e) {
            plain(context, e.status());
        } catch (RuntimeException | StackOverflowError e) {
            failed(context, e, route);
        }
    }

    private byte[] body(Context context) {
        try {
            return reader.bytes(
                    context.req().getContentLengthLong(),
                    context.req().getInputStream(),
                    Limits.MACHINE_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A gateway that is told "not now" tries again.
    private void failed(Context context, Throwable failure, Route route) {
        Optional<Outages.Outage> outage = rooms.outages().in(failure);
        if (outage.isEmpty()) {
            var _ = Incident.of(failure, route.method() + " " + route.path(), random);
        }
        plain(context, outage.isEmpty() ? 500 : 503);
    }

    private static void plain(Context context, int status) {
        Replies.plain(context, new Answer.Plain(status, ""));
    }
}
