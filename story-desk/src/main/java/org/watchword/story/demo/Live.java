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
    /// @param enter where a press signs this person in
    /// @param earlier how many texts are left out above the ones shown
    public record PhoneView(
            String key,
            String name,
            String roles,
            String language,
            boolean rings,
            List<TextView> texts,
            int earlier,
            String nothing,
            String enter) {}

    /// One text that arrived.
    public record TextView(
            String from,
            String time,
            String machineTime,
            String title,
            String body,
            boolean fresh) {}
}
