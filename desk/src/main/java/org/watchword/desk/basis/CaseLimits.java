package org.watchword.desk.basis;

import java.time.Duration;

/// What the case plane holds at most, and for how long: as {@link Limits} for everything else.
public final class CaseLimits {
    /// Without a use of its keys for so long, a case session ends; and how long it lasts at most.
    public static final Duration FILES_UNUSED = Duration.ofMinutes(15);

    public static final Duration FILES_OPEN = Duration.ofHours(8);

    /// Wrong codes of a second factor after which each next one has to wait, and how long.
    public static final int FACTOR_TRIES = 5;

    public static final Duration FACTOR_REST = Duration.ofMinutes(1);

    /// How often a statement or an entry that another came before is made anew.
    public static final int LEDGER_TRIES = 4;

    /// Entries on a page, and the bytes after which it ends sooner: one entry may have a megabyte.
    public static final int ENTRIES_PER_PAGE = 1_000;

    public static final int ENTRY_PAGE_BYTES = 16 * 1024 * 1024;

    /// Cases on the page that lists them, and entries on a page of a case.
    public static final int CASES_LISTED = 100;

    public static final int TIMELINE = 30;

    /// Characters of a note that is typed.
    public static final int NOTE_CHARACTERS = 50_000;

    /// Characters of what a reminder is for, and the open ones that one case has.
    public static final int REMINDER_CHARACTERS = 500;

    public static final int REMINDERS_PER_CASE = 100;

    /// Compartments of a case that one person opens one after the other.
    public static final int COMPARTMENTS_PER_CASE = 30;

    /// Slots that one piece of the writer's work moves to the epoch of now: some milliseconds.
    public static final int SLOTS_AT_ONCE = 200;

    /// Pieces of settling that are done in the request of a sign-in, or of a press that goes on
    /// with it: enough for what comes in a night. A job does the others, and keeps nobody waiting.
    public static final int PIECES_AT_ONCE = 1;

    /// How long a job holds keys at most.
    public static final Duration JOB_LASTS = Duration.ofMinutes(30);

    /// Jobs that run at one time, and how many of them may be one person's.
    public static final int JOBS = 32;

    public static final int JOBS_PER_PERSON = 8;

    /// Jobs that ended, for whoever asks what became of them.
    public static final int JOBS_REMEMBERED = 50;

    /// How long a desk that stops waits for the piece of a job that it was in.
    public static final Duration JOB_ENDS_WITHIN = Duration.ofSeconds(5);

    /// Statements that wait for a second signature; only one of them can ever stand.
    public static final int HALF_SIGNED = 32;

    /// Of one field of an emergency envelope, and of the reason to open it.
    public static final int ENVELOPE_CHARACTERS = 2_000;

    public static final int REASON_CHARACTERS = 200;

    /// Files that lie beside one entry.
    public static final int FILES_PER_ENTRY = 2;

    /// For so long whoever opened an envelope sees it again, and a second person's word counts.
    public static final Duration ENVELOPE_OPEN = Duration.ofMinutes(15);

    /// How often people ask to open one envelope in one alarm.
    public static final int OPENINGS_PER_ALARM = 50;

    /// Instants of a planted timer, how far ahead one may lie (five years), and how many wait.
    public static final int INSTANTS_PER_TIMER = 4;

    public static final Duration TIMER_AHEAD = Duration.ofDays(5 * 366);
    public static final int TIMERS_PENDING = 10_000;

    private CaseLimits() {}
}
