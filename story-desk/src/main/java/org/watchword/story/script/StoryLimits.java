package org.watchword.story.script;

import java.time.Duration;

/// Every limit of a story file.
public final class StoryLimits {
    public static final int FILE_BYTES = 256 * 1024;
    public static final int STEPS = 500;
    public static final int EXPECTATIONS_PER_STEP = 40;
    public static final int CODENAMES = 200;
    public static final int SHIFTS = 500;
    public static final int HABITS = 20;

    /// No habit comes more often.
    public static final Duration SHORTEST_HABIT = Duration.ofMinutes(1);

    public static final int WATCHES = 200;
    public static final int QUESTIONS = 4;
    public static final int TIMES_OF_A_WATCH = 96;

    /// How deep lists and fields may lie in one another.
    public static final int DEPTH = 12;

    /// How long one waiting may be.
    public static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private StoryLimits() {}
}
