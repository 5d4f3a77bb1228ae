package org.watchword.desk.web;

/// The page that says why something was not done, and leads back.
public final class RefusedPage {
    /// What the page shows.
    ///
    /// @param heading what happened, in a few words
    /// @param why one sentence or two, with what to do next
    /// @param backTo a path of this desk; empty for none
    /// @param text what was typed and is not kept anywhere, to be copied; empty when there is none
    /// @param code names the failure for whoever keeps the desk; empty when there is none
    public record View(String heading, String why, String backTo, String text, String code) {}

    private RefusedPage() {}
}
