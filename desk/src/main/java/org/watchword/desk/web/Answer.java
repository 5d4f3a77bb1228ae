package org.watchword.desk.web;

import java.time.Duration;
import org.watchword.desk.basis.Sentence;
import org.watchword.formats.cipher.Octets;

/// What a handler gives back.
public sealed interface Answer {
    /// A page: a template such as `watch/board.jte`, its title, and the view that it shows. The
    /// template takes `frame` and `view`.
    record Page(int status, String template, Sentence title, Object view) implements Answer {}

    /// Only the inside of a page that renews itself; same parameters as {@link Page}.
    record Part(String template, Object view) implements Answer {}

    /// Done; look there. After every post that changed something.
    record GoTo(String path) implements Answer {}

    /// Not done, and why, on a page of its own with the way back.
    record Refused(int status, Sentence why, String backTo) implements Answer {}

    /// The same, with what somebody typed, which is kept nowhere.
    record Unkept(Refused refused, String text) implements Answer {}

    /// Done, and the caller's cookie is set to this value for at most so long.
    record SignedIn(String cookie, Duration lasting, String path) implements Answer {}

    /// Done, and everything the browser holds of this desk is cleared.
    record SignedOut(String path) implements Answer {}

    /// A line for a machine.
    record Plain(int status, String text) implements Answer {}

    /// A file to be kept, in UTF-8.
    ///
    /// @param name under which a browser offers to keep it; letters, digits, dots and hyphens
    record Download(String name, String type, String text) implements Answer {}

    /// A file that is no text, to be kept: it is offered for saving and never shown by the browser.
    ///
    /// @param name as of a {@link Download}
    record Attachment(String name, String type, Octets bytes) implements Answer {}

    static Answer page(String template, Sentence title, Object view) {
        return new Page(200, template, title, view);
    }

    /// The same form again with what is wrong in it; nothing was saved.
    static Answer again(String template, Sentence title, Object view) {
        return new Page(422, template, title, view);
    }

    static Answer goTo(String path) {
        return new GoTo(path);
    }

    static Answer refused(Sentence why, String backTo) {
        return new Refused(409, why, backTo);
    }
}
