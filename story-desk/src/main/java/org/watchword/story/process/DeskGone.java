package org.watchword.story.process;

/// The desk's process is not there, did not answer in time, or could not do what it was told. The
/// caller stops the story: nothing that follows would mean anything.
public final class DeskGone extends RuntimeException {
    DeskGone(String why) {
        super(why);
    }

    public DeskGone(String why, Throwable cause) {
        super(why, cause);
    }
}
