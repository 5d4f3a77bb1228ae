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

    /// Slots that one piece of the writer's work moves to the epoch of now: some milliseconds.
    public static final int SLOTS_AT_ONCE = 200;

    /// Of one field of an emergency envelope, and of the reason to open it.
    public static final int ENVELOPE_CHARACTERS = 2_000;

    public static final int REASON_CHARACTERS = 200;

    /// For so long whoever opened an envelope sees it again, and a second person's word counts.
    public static final Duration ENVELOPE_OPEN = Duration.ofMinutes(15);

    /// How often people ask to open one envelope in one alarm.
    public static final int OPENINGS_PER_ALARM = 50;

    private CaseLimits() {}
}
