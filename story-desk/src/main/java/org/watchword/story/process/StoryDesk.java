package org.watchword.story.process;

/// The main program of the desk's own process.
public final class StoryDesk {
    private StoryDesk() {}
}
