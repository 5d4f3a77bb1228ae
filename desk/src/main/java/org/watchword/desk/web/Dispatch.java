package org.watchword.desk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Brings one request through host, origin, caller, token and gate to its handler, and the answer
/// back. This is the outer edge: whatever goes wrong inside ends here as a sentence.
final class Dispatch {
    private final Site site;
    private final Rooms rooms;
    private final RandomGenerator random;
    private final Pages pages;
    private final Replies replies;
    private final FormReader forms;
    private final Machines machines;

    Dispatch(Site site, Rooms rooms, DeskClock clock, RandomGenerator random) {
        this.site = site;
        this.rooms = rooms;
        this.random = random;
        pages = new Pages(site, rooms, clock);
        replies = new Replies(site, pages);
        forms = new FormReader(clock);
        machines = new Machines(site, rooms, pages, forms, random);
    }

    Site site() {
        return site;
    }

    /// Answers a request for one of the declared routes.
    void route(Context context, Route route) {
        if (route.gate() instanceof Gate.Machine) {
            machines.route(context, route);
            return;
        }
        Asked asked = Asked.of(context, site);
        PostedForm form = PostedForm.EMPTY;
        List<Runnable> atTheEnd = new ArrayList<>();
        try {
            Caller caller = callerOf(asked, asked.deliberate() && !route.renewing());
            RequestVisit early = visit(asked, caller, form, context.pathParamMap());
            Optional<Answer> stopped = beforeForm(route, early);
            if (stopped.isPresent()) {
                if (route.fileBytes() > 0) {
                    forms.letPass(body(context));
                }
                replies.send(stopped.get(), early);
                return;
            }
            if (isPost(route)) {
                form = read(context, route, atTheEnd::add);
            }
            RequestVisit visit = visit(asked, caller, form, context.pathParamMap());
            Answer answer =
                    afterForm(route, visit, form).orElseGet(() -> route.handler().answer(visit));
            replies.send(answer, visit);
        } catch (Route.NotHere e) {
            notHere(asked);
        } catch (FormRefusal e) {
            refuse(asked, e.status(), e.why(), asked.cameFrom());
        } catch (RuntimeException | StackOverflowError e) {
            failed(asked, e, route.method() + " " + route.path());
        } finally {
            form.close();
            atTheEnd.forEach(Runnable::run);
        }
    }

    private static boolean isPost(Route route) {
        return route.method() == Route.Method.POST;
    }

    private Optional<Answer> beforeForm(Route route, RequestVisit visit) {
        if (!isPost(route)) {
            return Guard.gate(route.gate(), visit.caller(), visit.asked(), false);
        }
        boolean open = route.gate() instanceof Gate.Open;
        Optional<Answer> foreign = Guard.origin(visit.asked(), !open);
        boolean nobody = visit.caller() instanceof Caller.Nobody;
        return foreign.isPresent() || !nobody
                ? foreign
                : Guard.gate(route.gate(), visit.caller(), visit.asked(), true);
    }

    private Optional<Answer> afterForm(Route route, RequestVisit visit, PostedForm form) {
        if (!isPost(route) || route.gate() instanceof Gate.Open) {
            return Optional.empty();
        }
        Optional<Answer> oldPage =
                Guard.token(form, visit.caller(), visit.asked())
                        .map(answer ->
                                Guard.isOurs(visit.asked())
                                        ? withText(answer, route, form)
                                        : answer);
        return oldPage.or(() ->
                Guard.gate(route.gate(), visit.caller(), visit.asked(), true)
                        .map(answer -> withText(answer, route, form)));
    }

    /// What somebody typed for a long time is in this form and nowhere else.
    private static Answer withText(Answer stopped, Route route, PostedForm form) {
        Optional<String> text =
                route.text().isEmpty() ? Optional.empty() : form.cleaned(route.text());
        return stopped instanceof Answer.Refused refused && text.isPresent()
                ? new Answer.Unkept(refused, text.get())
                : stopped;
    }

    private PostedForm read(Context context, Route route, Consumer<Runnable> atTheEnd) {
        boolean open = route.gate() instanceof Gate.Open;
        int most = open ? Limits.FORM_BYTES : Limits.SESSION_FORM_BYTES;
        FormReader.Body body = body(context);
        return route.fileBytes() > 0
                ? forms.readWithFiles(body, most, route.fileBytes(), atTheEnd)
                : forms.read(body.contentType(), body.announced(), body.bytes(), most);
    }

    private static FormReader.Body body(Context context) {
        try {
            return new FormReader.Body(
                    Optional.ofNullable(context.header("Content-Type")),
                    context.req().getContentLengthLong(),
                    context.req().getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Caller callerOf(Asked asked, boolean deliberate) {
        return rooms.callers().behind(asked.cookie(), asked.language(), deliberate);
    }

    private RequestVisit visit(Asked asked, Caller caller, Form form, Map<String, String> parts) {
        Frame frame = pages.frame(caller, asked.path());
        return new RequestVisit(asked, caller, form, frame, RequestVisit.Sent.of(parts));
    }

    /// The name asked for is none of ours.
    void misdirected(Context context) {
        Asked asked = Asked.of(context, site);
        replies.bare(context, 421, asked.language(), Sentence.of("web.refused.host"));
    }

    void notHere(Context context) {
        notHere(Asked.of(context, site));
    }

    private void notHere(Asked asked) {
        refuse(asked, 404, Sentence.of("web.refused.not_here"), "/");
    }

    void wrongMethod(Context context) {
        Asked asked = Asked.of(context, site);
        refuse(asked, 405, Sentence.of("web.refused.method"), "/");
    }

    void failed(Context context, Throwable failure) {
        failed(Asked.of(context, site), failure, "the listener");
    }

    private void failed(Asked asked, Throwable failure, String where) {
        Optional<Outages.Outage> outage = rooms.outages().in(failure);
        if (outage.isPresent()) {
            refuse(asked, 503, Sentence.of(key(outage.get())), asked.backTo());
            return;
        }
        String code = Incident.of(failure, where, random).code();
        try {
            RequestVisit visit = anyVisit(asked);
            replies.refuse(visit, 500, visit.words().say("web.refused.failed"), "/", code);
        } catch (RuntimeException | StackOverflowError e) {
            Incident.of(e, "the page for incident " + code, random);
            bare(asked, 500, Sentence.of("web.refused.failed"));
        }
    }

    private static String key(Outages.Outage outage) {
        return switch (outage) {
            case DISK_FULL -> "web.outage.disk_full";
            case BUSY -> "web.outage.busy";
            case OTHER -> "web.outage.other";
        };
    }

    private void refuse(Asked asked, int status, Sentence why, String backTo) {
        try {
            RequestVisit visit = anyVisit(asked);
            replies.refuse(visit, status, visit.words().say(why), backTo, "");
        } catch (RuntimeException | StackOverflowError e) {
            Incident.of(e, "a page with status " + status, random);
            bare(asked, status, why);
        }
    }

    private void bare(Asked asked, int status, Sentence why) {
        replies.bare(asked.context(), status, asked.language(), why);
    }

    /// For pages that tell what went wrong: when the caller cannot be found out, it is nobody.
    private RequestVisit anyVisit(Asked asked) {
        Caller caller;
        try {
            caller = callerOf(asked, false);
        } catch (RuntimeException e) {
            caller = new Caller.Nobody(asked.language());
        }
        return visit(asked, caller, PostedForm.EMPTY, Map.of());
    }
}
