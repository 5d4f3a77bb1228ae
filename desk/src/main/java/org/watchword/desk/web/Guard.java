package org.watchword.desk.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;

/// Decides whether a request may reach its handler; says where to go, or why not.
final class Guard {
    /// Whether a post comes from a page of ours, as far as the browser's headers tell. A browser
    /// that hides its origin (`null`) passes only where a token proves the rest.
    static Optional<Answer> origin(Asked asked, boolean tokenFollows) {
        Optional<String> site = asked.header("Sec-Fetch-Site");
        if (site.isPresent() && !site.get().equals("same-origin")) {
            return Optional.of(foreign());
        }
        Optional<String> origin = asked.header("Origin");
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        boolean hidden = origin.get().equals("null");
        boolean good = hidden ? tokenFollows : origin.get().equals(asked.ownOrigin());
        return good ? Optional.empty() : Optional.of(foreign());
    }

    /// Whether the browser itself says that a post comes from a page of ours.
    static boolean isOurs(Asked asked) {
        return asked.header("Sec-Fetch-Site").filter("same-origin"::equals).isPresent()
                || asked.header("Origin").filter(asked.ownOrigin()::equals).isPresent();
    }

    private static Answer foreign() {
        return new Answer.Refused(403, Sentence.of("web.refused.foreign"), "/");
    }

    /// Whether the form carries the token of the session it was sent from.
    static Optional<Answer> token(PostedForm form, Caller caller, Asked asked) {
        String expected = tokenOf(caller);
        byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
        try (var given = form.secret("token")) {
            if (!expected.isEmpty() && MessageDigest.isEqual(wanted, given.bytes())) {
                return Optional.empty();
            }
        } finally {
            Arrays.fill(wanted, (byte) 0);
        }
        var why = Sentence.of("web.refused.old_page");
        return Optional.of(new Answer.Refused(403, why, asked.cameFrom()));
    }

    static String tokenOf(Caller caller) {
        return switch (caller) {
            case Caller.Nobody nobody -> "";
            case Caller.Locked locked -> locked.formToken();
            case Caller.Present present -> present.formToken();
        };
    }

    /// Whether this caller may pass the gate; where he must go first, or why not.
    static Optional<Answer> gate(Gate gate, Caller caller, Asked asked, boolean post) {
        return switch (gate) {
            case Gate.Open open -> Optional.empty();
            case Gate.Machine machine -> Optional.empty();
            case Gate.Session session ->
                    caller instanceof Caller.Nobody ? nobody(asked, post) : Optional.empty();
            case Gate.May may -> allowed(may.what(), caller, asked, post);
            case Gate.Freshly freshly ->
                    allowed(freshly.what(), caller, asked, post)
                            .or(() -> fresh(caller, asked, post));
            case Gate.FilesOpen open ->
                    allowed(open.what(), caller, asked, post)
                            .or(() -> filesOpen(caller, asked, post));
            case Gate.FilesOpenFreshly open ->
                    allowed(open.what(), caller, asked, post)
                            .or(() -> filesOpen(caller, asked, post))
                            .or(() -> fresh(caller, asked, post));
        };
    }

    private static Optional<Answer> allowed(String what, Caller caller, Asked asked, boolean post) {
        return switch (caller) {
            case Caller.Nobody nobody -> nobody(asked, post);
            case Caller.Locked locked -> door(Doors.UNLOCK, "web.refused.locked", asked, post);
            case Caller.Present present ->
                    what.isEmpty() || present.may().contains(what)
                            ? Optional.empty()
                            : Optional.of(
                                    new Answer.Refused(403, Sentence.of("web.refused.role"), "/"));
        };
    }

    private static Optional<Answer> nobody(Asked asked, boolean post) {
        return door(Doors.SIGN_IN, "web.refused.signed_out", asked, post);
    }

    private static Optional<Answer> fresh(Caller caller, Asked asked, boolean post) {
        boolean fresh = caller instanceof Caller.Present present && present.fresh();
        return fresh ? Optional.empty() : door(Doors.CONFIRM, "web.refused.stale", asked, post);
    }

    private static Optional<Answer> filesOpen(Caller caller, Asked asked, boolean post) {
        boolean open =
                caller instanceof Caller.Present present
                        && present.files() instanceof CaseFiles.Open;
        return open ? Optional.empty() : door(Doors.FILES, "web.refused.files_shut", asked, post);
    }

    /// A page asked for is shown after the door. A post is told plainly that nothing was done:
    /// whoever lands on a door without a word would believe that it was.
    private static Optional<Answer> door(String door, String why, Asked asked, boolean post) {
        String path = door.equals(Doors.SIGN_IN) ? door : Doors.with(door, asked.backTo());
        return Optional.of(
                post ? new Answer.Refused(403, Sentence.of(why), path) : new Answer.GoTo(path));
    }

    private Guard() {}
}
