package org.watchword.desk.accounts;

import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Visit;

/// The port by which the unlock page offers one press more: unlock and do something at once. A
/// higher room plugs it in; the page shows a button for each, and the button posts its name in the
/// field `then`.
///
/// The page also carries a hidden field `press`, new each time it is shown: the same press sent
/// twice carries the same one.
public interface AfterUnlock {
    /// What the button posts, such as `raise`.
    String name();

    /// The key of the button's words.
    String labelKey();

    /// What the person's roles must allow.
    String may();

    /// Does it, right after the PIN was found right. `now` is the person; {@link Visit#caller}
    /// still says that the session was locked when the request came.
    Answer act(Caller.Present now, Visit visit);
}
