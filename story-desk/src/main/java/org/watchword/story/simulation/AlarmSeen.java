package org.watchword.story.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is known outside of one alarm: what people were told, and what gateways took.
final class AlarmSeen {
    static final long NEVER = Long.MIN_VALUE / 2;

    final long id;
    final long since;
    final Set<Long> about = new HashSet<>();

    /// Until when each proven answer stands, as its owner was told.
    final Map<Long, Long> proven = new HashMap<>();

    /// Until when nobody of these is rung, at the longest.
    final Map<Long, Long> unproven = new HashMap<>();

    final Map<Long, Long> rungAt = new HashMap<>();
    final Map<String, Long> rungOver = new HashMap<>();
    long lastTry;
    long newest;
    int rings;
    boolean shown;
    boolean ofSilence;

    /// About many who were not heard at about the same time: whoever else is not may join it.
    boolean ofMany;

    boolean deskTrouble;

    /// Whether case leads are rung for it, whoever else is on it.
    boolean leads;

    boolean endSaid;

    /// When people ended it last, as far as they were told.
    long endedAt = NEVER;

    boolean ended;
    boolean passedOn;

    /// Raised after the backup that the desk came back from.
    boolean lost;

    /// Held as somebody was told, from then on, with no ring newer than this to come.
    long heldFrom = NEVER;

    long heldUntil = NEVER;
    long heldNewest;

    /// Until when something unknown outside may be keeping it quiet.
    long doubtfulUntil = NEVER;

    AlarmSeen(long id, long at) {
        this.id = id;
        this.since = at;
        this.lastTry = at;
    }

    /// Whether it is certain that it still goes on.
    boolean open() {
        return !endSaid && !ended;
    }

    boolean heldAt(long at) {
        return heldFrom <= at && at < heldUntil;
    }

    void heldNoMore() {
        heldFrom = NEVER;
        heldUntil = NEVER;
    }

    /// From now on nobody outside can say whether it is held.
    void doubtful(long until) {
        heldNoMore();
        doubtfulUntil = Math.max(doubtfulUntil, until);
    }

    /// When the first of the answers lapses that stand now: from then on it may be held no more.
    long firstLapse(long now) {
        return proven.values().stream().filter(until -> until > now).min(Long::compare).orElse(now);
    }

    /// When the last of all answers lapses.
    long lastLapse() {
        return proven.values().stream().max(Long::compare).orElse(NEVER);
    }

    /// Somebody is on it, and it may have been known before he was told: an alarm that others hold
    /// may be held no more when this lapses.
    void answers(long person, long until) {
        proven.put(person, until);
        heldUntil = Math.min(heldUntil, until);
    }

    /// A sign of life: an answer that stands, stands for another while.
    void renew(long person, long now) {
        proven.computeIfPresent(
                person, (_, until) -> until > now - 1_000 ? now + 1_800_000 : until);
    }

    boolean spared(long person, long at) {
        return proven.getOrDefault(person, NEVER) > at || unproven.getOrDefault(person, NEVER) > at;
    }
}
