package org.watchword.desk.web;

import io.javalin.http.Context;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;

/// Writes answers into responses.
final class Replies {
    private static final String HTML = "text/html; charset=utf-8";

    private final Site site;
    private final Pages pages;

    Replies(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void send(Answer answer, RequestVisit visit) {
        Context context = visit.asked().context();
        switch (answer) {
            case Answer.Page page -> {
                String html = pages.whole(page.template(), page.title(), page.view(), visit);
                if (page.view() instanceof LiveView) {
                    context.header(
                            SecurityHeaders.POLICY, SecurityHeaders.policyWith(pages.scriptHash()));
                }
                html(context, page.status(), html);
            }
            case Answer.Part part ->
                    html(context, 200, pages.part(part.template(), part.view(), visit));
            case Answer.Plain plain -> plain(context, plain);
            case Answer.Download file -> {
                toBeKept(context, file.name(), file.type() + "; charset=utf-8");
                context.result(file.text());
            }
            case Answer.Attachment file -> {
                toBeKept(context, file.name(), file.type());
                context.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfAFile());
                context.result(file.bytes().bytes());
            }
            case Answer.GoTo goTo -> goTo(context, goTo.path());
            case Answer.Refused refused -> refuse(visit, refused, "");
            case Answer.Unkept unkept -> refuse(visit, unkept.refused(), unkept.text());
            case Answer.SignedIn in -> {
                context.res().addHeader("Set-Cookie", cookie(visit).set(in.cookie(), in.lasting()));
                goTo(context, in.path());
            }
            case Answer.SignedOut out -> {
                context.res().addHeader("Set-Cookie", cookie(visit).clear());
                context.header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
                goTo(context, out.path());
            }
        }
    }

    private static void toBeKept(Context context, String name, String type) {
        context.contentType(type);
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private void refuse(RequestVisit visit, Answer.Refused refused, String text) {
        int status = refused.status();
        String why = visit.words().say(refused.why());
        String back = refused.backTo().isEmpty() ? "" : Doors.ours(refused.backTo());
        refuse(visit, status, new RefusedPage.View(heading(visit, status), why, back, text, ""));
    }

    private static SessionCookie cookie(RequestVisit visit) {
        return SessionCookie.on(visit.asked().host().orElseThrow());
    }

    /// The page that says why not, for a caller who may not be known.
    void refuse(RequestVisit visit, int status, String why, String backTo, String code) {
        String back = backTo.isEmpty() ? "" : Doors.ours(backTo);
        refuse(visit, status, new RefusedPage.View(heading(visit, status), why, back, "", code));
    }

    private void refuse(RequestVisit visit, int status, RefusedPage.View view) {
        html(visit.asked().context(), status, pages.refused(visit.frame(), view));
    }

    private static String heading(RequestVisit visit, int status) {
        return visit.words().say("web.refused.heading." + kind(status));
    }

    private static String kind(int status) {
        return switch (status) {
            case 404 -> "not_here";
            case 500, 503 -> "trouble";
            default -> "not_done";
        };
    }

    /// When even the page cannot be made: one sentence, no layout.
    void bare(Context context, int status, Language language, Sentence why) {
        context.status(status);
        context.contentType("text/plain; charset=utf-8");
        context.result(site.words().in(language).say(why));
    }

    static void plain(Context context, Answer.Plain plain) {
        context.status(plain.status());
        context.contentType("text/plain; charset=utf-8");
        context.result(plain.text());
    }

    private static void html(Context context, int status, String html) {
        context.status(status);
        context.contentType(HTML);
        context.result(html);
    }

    private static void goTo(Context context, String path) {
        context.status(303);
        context.header("Location", Doors.ours(path));
        context.contentType(HTML);
        context.result("");
    }
}
