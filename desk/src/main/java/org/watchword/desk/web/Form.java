package org.watchword.desk.web;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Secret;

/// A posted form. Text is valid UTF-8, line ends are one LF, and it carries no control or
/// direction-changing characters: a form that has them is refused before a handler sees it.
public interface Form {
    /// The text of a field, trimmed; empty when it is missing or blank.
    Optional<String> text(String field);

    /// All values of a field that may come several times, such as ticked boxes; blank ones left
    /// out.
    List<String> texts(String field);

    boolean has(String field);

    /// A passphrase, PIN or code as bytes. The caller closes it. An empty one when missing.
    Secret secret(String field);
}
