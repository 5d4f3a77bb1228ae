package org.watchword.desk.watch;

import java.util.Optional;

/// What the page behind a link shows, in the language of its message.
///
/// @param language of all texts here, as in `lang`
/// @param drill that it is one; empty where it is none
/// @param form empty when there is nothing to answer any more
/// @param desk how the way to the desk is called
public record AnswerView(
        String language,
        String title,
        String drill,
        String sentence,
        Optional<Form> form,
        String desk) {

    /// The one field and the one button.
    ///
    /// @param action where it is sent to
    /// @param wrong what was wrong with what was typed; empty for nothing
    public record Form(String action, String label, String hint, String button, String wrong) {}
}
