package org.watchword.desk.watch;

/// Answers by the link in a message, as its page does.
public final class LinksInMessages {
    /// Types the digits at the link of that token; whether the answer was noted.
    public static boolean answered(Watch watch, String token, String digits) {
        return watch.answering().answer(token, digits).stand() == Answering.Stand.NOTED;
    }

    private LinksInMessages() {}
}
