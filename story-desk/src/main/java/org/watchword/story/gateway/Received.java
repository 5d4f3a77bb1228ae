package org.watchword.story.gateway;

import java.time.Instant;

/// A message that a gateway took.
///
/// @param to the address it was for
/// @param subject empty where texts have none
/// @param text what the receiver reads
/// @param raw the whole message as it came
/// @param realAt when, by the clock on the wall
/// @param storyAt when, in the story's time
/// @param swallowed it was accepted and dropped: nobody reads it
public record Received(
        String gateway,
        String to,
        String subject,
        String text,
        String raw,
        Instant realAt,
        Instant storyAt,
        boolean swallowed) {

    /// Subject and text, as somebody sees them on a phone.
    public String shown() {
        return subject.isEmpty() ? text : subject + "\n" + text;
    }
}
