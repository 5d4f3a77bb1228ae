package org.watchword.desk.web;

import java.util.Optional;
import org.watchword.desk.basis.Language;

/// The port by which the pages learn who asks; the accounts answer it.
public interface Callers {
    /// Who holds this cookie. `deliberate` is false for a page that renews itself: such a request
    /// does not count as a sign of life.
    Caller behind(Optional<String> cookie, Language asked, boolean deliberate);
}
