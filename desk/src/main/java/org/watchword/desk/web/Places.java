package org.watchword.desk.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/// The port by which a page offers a named place, such as `person.beside`, that rooms above it
/// fill.
public interface Places {
    /// What a room puts into a place for this visit; empty to leave it.
    interface Filler {
        String place();

        Optional<Inside> fill(Visit visit);
    }

    /// A template and its view, as in {@link Answer.Part}.
    record Inside(String template, Object view) {}

    /// The places of one page, filled when asked.
    interface Filled {
        List<Content> in(String place);
    }
}
