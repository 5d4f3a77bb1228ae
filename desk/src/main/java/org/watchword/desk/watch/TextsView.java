package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages for the wording of messages show.
public final class TextsView {
    public record All(List<Kind> kinds) {}

    /// A kind of message.
    ///
    /// @param kind as in the address of its page
    public record Kind(String kind, String label, List<Wording> wordings) {}

    /// A kind of message in one language.
    ///
    /// @param own whether the team wrote its own
    public record Wording(String language, String languageLabel, boolean own, String subject) {}

    /// One to be changed.
    ///
    /// @param gaps those that must stand in the text, as written between braces
    /// @param parts as how many messages a carrier counts the preview; 0 for unknown
    /// @param brief it has no subject
    /// @param previewSubject how it reads with its gaps filled; empty when it cannot be used
    public record One(
            String kind,
            String kindLabel,
            String language,
            String languageLabel,
            boolean own,
            String subject,
            String text,
            List<Gap> gaps,
            String previewSubject,
            String previewText,
            int parts,
            boolean brief,
            List<Wrong> wrong) {}

    /// A gap of a message.
    ///
    /// @param word as it is written, with its braces
    public record Gap(String word, String meaning) {}

    private TextsView() {}
}
