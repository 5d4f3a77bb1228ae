package org.watchword.story.torture;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.story.AnswerWords;
import org.watchword.story.gateway.Received;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// One of the team before a screen, who does what people do in a bad night: over the forms that
/// stand on the pages, and over the links in messages.
final class Officer {
    private static final Pattern ROOM = Pattern.compile("/alarms/(\\d{1,18})(?:[/#].*)?");
    private static final List<String> ABOUT = List.of("ELM", "FIR", "GORSE", "HAZEL");
    private static final int NEWEST = 20;
    private static final int OK = 200;

    private final String name;
    private final Visitor screen;
    private final Means means;

    /// @param noted what the page behind a link says when the answer was noted
    record Means(Told told, Taken taken, Visitor.Place desk, String noted) {}

    Officer(String name, Visitor screen, Means means) {
        this.name = name;
        this.screen = screen;
        this.means = means;
    }

    String name() {
        return name;
    }

    /// Opens a page, whatever door stands before it.
    void signIn() {
        screen.open("/");
    }

    /// Logs a call and rings.
    ///
    /// @return the alarm that it led to
    Optional<Long> raise(RandomGenerator random) {
        PageForm form = form(screen.open("/call"), "/call");
        Deed deed = means.told().begin(Deed.Kind.RAISE, 0, name, "they are at the door");
        form.with("who", ABOUT.get(random.nextInt(ABOUT.size())))
                .with("words", deed.text())
                .pressing("raise", "top");
        return settled(deed, screen.post(form));
    }

    /// "I'm on it", or "Still on it" for whoever is.
    void onIt(long alarm) {
        Page room = screen.open("/alarms/" + alarm);
        Optional<PageForm> form =
                room.form("/alarms/" + alarm + "/acknowledge")
                        .or(() -> room.form("/alarms/" + alarm + "/still"));
        form.ifPresent(press ->
                settled(means.told().begin(Deed.Kind.ON_IT, alarm, name, ""), screen.post(press)));
    }

    void note(long alarm) {
        screen.open("/alarms/" + alarm)
                .form("/alarms/" + alarm + "/notes")
                .ifPresent(form -> {
                    Deed deed = means.told().begin(Deed.Kind.NOTE, alarm, name, "heard steps");
                    settled(deed, screen.post(form.with("note", deed.text())));
                });
    }

    /// Says that it is over, having seen whom it is about.
    void end(long alarm) {
        String path = "/alarms/" + alarm + "/end";
        screen.open(path)
                .form(path)
                .ifPresent(form -> {
                    Deed deed = means.told().begin(Deed.Kind.END, alarm, name, "sits beside me");
                    if (form.has("way")) {
                        form.with("way", "face-to-face");
                    }
                    if (form.has("about")) {
                        form.with("about", "all");
                    }
                    settled(deed, screen.post(form.with("how", deed.text())));
                });
    }

    /// Reads the words that nobody recognised.
    void readWords() {
        screen.open("/heard/words").formsUnder("/heard/words/").forEach(screen::post);
    }

    /// Leaves a note for whoever comes next: work that is nobody's emergency.
    ///
    /// @param length of the note, at least
    /// @return whether the desk took it
    boolean handOver(int length) {
        PageForm form = form(screen.open("/rota"), "/rota/note");
        Deed deed =
                means.told()
                        .begin(Deed.Kind.HANDOVER, 0, name, "quiet so far".repeat(1 + length / 12));
        return settled(deed, screen.post(form.with("note", deed.text()))).isPresent();
    }

    /// Answers from a message by its link, on the telephone of whoever it went to.
    void answerByLink(List<Long> open, Kept rows, RandomGenerator random) {
        List<Received> all = means.taken().all();
        List<Received> newest = all.subList(Math.max(0, all.size() - NEWEST), all.size());
        if (newest.isEmpty()) {
            return;
        }
        Received message = newest.get(random.nextInt(newest.size()));
        Optional<Taken.Ring> ring =
                means.taken().ring(message).filter(r -> open.contains(r.alarm()));
        if (ring.isEmpty() || AnswerWords.link(message).isEmpty()) {
            return;
        }
        var browser = new Visitor(new Credentials("", "", ""), means.desk());
        String path = URI.create(AnswerWords.link(message).get()).getPath();
        Optional<PageForm> form = browser.get(path).formsUnder("/a/").stream().findFirst();
        if (form.isPresent()) {
            String owner = rows.people().getOrDefault(ring.get().person(), "");
            Deed deed = means.told().begin(Deed.Kind.LINK, ring.get().alarm(), owner, "");
            Page page = browser.send(form.get().with("digits", AnswerWords.digits(message)));
            if (page.says(means.noted())) {
                means.told().done(deed, deed.alarm());
            } else if (page.status() != OK) {
                not(deed, page.status());
            } // Otherwise it says how things stand by now, not what became of the answer.
        }
    }

    /// What came of a form.
    ///
    /// @return the alarm that it led to, 0 where it led elsewhere; empty when it was not done
    private Optional<Long> settled(Deed deed, Visitor.Answered answered) {
        Matcher room = ROOM.matcher(answered.to());
        boolean led =
                deed.kind() == Deed.Kind.HANDOVER
                        ? answered.to().startsWith("/rota")
                        : room.matches();
        if (!answered.done() || !led) {
            not(deed, answered.status());
            return Optional.empty();
        }
        long alarm = room.matches() ? Long.parseLong(room.group(1)) : 0;
        means.told().done(deed, alarm);
        return Optional.of(alarm);
    }

    private void not(Deed deed, int status) {
        if (status >= 500) {
            means.told().cannot();
        } else {
            means.told().refused(deed);
        }
    }

    private static PageForm form(Page page, String action) {
        return page.form(action)
                .orElseThrow(() ->
                        new org.watchword.story.visit.NoSuchThing(
                                "no form " + action + " (" + page.status() + ")"));
    }
}
