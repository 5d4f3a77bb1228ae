package org.watchword.desk.web;

import org.watchword.desk.basis.Language;

/// How a door looks and what stands on it: one page with one or two fields, and what is said
/// afterwards.
///
/// @param style rules for the page, part of it
/// @param lead a sentence or two above the fields; may be empty
/// @param first label of the first field
/// @param second label of the second field
public record DoorLook(
        Language language,
        String style,
        String title,
        String lead,
        String first,
        String second,
        String button,
        Answers answers) {

    /// What is said for a form, whatever stood in it, and for what is no form.
    ///
    /// @param taken it was kept
    /// @param again label of the way back to the page
    /// @param notHere there is no such page
    /// @param notSo this page cannot be used like that
    /// @param later it could not be kept
    public record Answers(String taken, String again, String notHere, String notSo, String later) {}
}
