package org.watchword.desk.web;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Secret;

/// A posted form.
///
/// Two ways to read what people typed, and a handler takes one of them for the whole form: {@link
/// #text} and {@link #texts} are strict, {@link #cleaned} loses nothing that can be kept. A handler
/// asks before it changes anything.
public interface Form {
    /// The text of a field: line ends are one LF, trimmed, in NFC; empty when it is missing or
    /// blank. When any field of the form holds broken UTF-8, control or direction-changing
    /// characters, the request ends here with a sentence that says so.
    Optional<String> text(String field);

    /// The text of a field that has one line: breaks that came in by another way than the browser's
    /// own field are blanks. As strict as {@link #text}.
    default Optional<String> line(String field) {
        return text(field).map(CleanText::onOneLine);
    }

    /// All values of a field that may come several times, such as ticked boxes; blank ones left
    /// out. As strict as {@link #text}.
    List<String> texts(String field);

    /// The text of a field, whatever is not allowed in it left out. For what may not be lost over a
    /// bad character: a call about somebody in danger.
    Optional<String> cleaned(String field);

    boolean has(String field);

    /// The file that was chosen in a field; empty when none was.
    default Optional<Upload> file(String field) {
        return Optional.empty();
    }

    /// A passphrase, PIN or code as bytes, exactly as typed. The caller closes it. An empty one
    /// when missing.
    Secret secret(String field);
}
