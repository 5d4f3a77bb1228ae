package org.watchword.story.demo;

import java.util.List;

/// What changes on the start page while one looks at it, in the reader's words.
///
/// @param clock the story's time of day
public record Live(
        String clock,
        String minute,
        String day,
        boolean deskUp,
        String deskState,
        List<ChapterView> chapters,
        List<PhoneView> phones) {

    /// One card of the guide.
    ///
    /// @param state of `next`, `later`, `playing`, `played`, `failed`
    /// @param offered whether it can be played now, by a press on `press`
    public record ChapterView(
            int number,
            String when,
            String title,
            String tells,
            String state,
            String stateWord,
            String tag,
            List<String> measured,
            boolean offered,
            String press) {}

    /// One drawn telephone and whose it is.
    ///
    /// @param enter where a press signs this person in; empty for whoever has no desk to open
    /// @param ways over which something can be sent from it, the likeliest first
    public record PhoneView(
            String key,
            String name,
            String roles,
            String language,
            boolean rings,
            List<ThreadView> threads,
            List<WayView> ways,
            String nothing,
            String enter) {}

    /// A way to send something from a telephone.
    public record WayView(String channel, String label) {}

    /// The texts that came and went over one way.
    ///
    /// @param look the kind of the way, which the drawing goes by
    /// @param earlier how many texts are left out above the ones shown
    public record ThreadView(String label, String look, int earlier, List<TextView> texts) {
        public boolean fresh() {
            return texts.stream().anyMatch(TextView::fresh);
        }
    }

    /// One text that arrived, or that was sent from the telephone.
    public record TextView(
            String time,
            String machineTime,
            String title,
            List<Piece> body,
            boolean mine,
            boolean fresh) {}

    /// A piece of a text.
    public record Piece(String text, boolean link) {}
}
