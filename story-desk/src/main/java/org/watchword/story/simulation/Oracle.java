package org.watchword.story.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Stands outside and knows only what people were told, what the gateways were handed and what the
/// clocks showed. Whatever is held against the desk is a promise with a name.
final class Oracle {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long LAPSE = Duration.ofMinutes(30).toMillis();
    private static final long SPARED = Duration.ofMinutes(15).toMillis();
    private static final long LONGEST_WAIT = Foundation.LONGEST_WAIT.toMillis();
    private static final String LABEL = "Sent again:";

    private final SimulatedClock clock;
    private final Uptime uptime;
    private final long fair;
    private final Map<Long, AlarmSeen> alarms = new TreeMap<>();
    private final Map<String, Attempt> tried = new HashMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<String> names = Foundation.names();
    private Optional<Violation> violation = Optional.empty();
    private Optional<String> neutral = Optional.empty();
    private long shiftChanged = AlarmSeen.NEVER;

    /// Something that must have happened once the desk was up for so long.
    ///
    /// @param excused whether it need not any more
    private record Expected(
            String promise,
            String sentence,
            long upBy,
            BooleanSupplier met,
            BooleanSupplier excused) {}

    Oracle(SimulatedClock clock, Uptime uptime, long fair) {
        this.clock = clock;
        this.uptime = uptime;
        this.fair = fair;
    }

    Optional<Violation> violation() {
        return violation;
    }

    void violated(String promise, String sentence) {
        if (violation.isEmpty()) {
            violation = Optional.of(new Violation(promise, clock.millis(), sentence));
        }
    }

    /// How much later than promised is no violation: gateways that hang, a full disk, commits that
    /// fail all take their time; where nothing fails there is next to none.
    long slack() {
        return clock.millis() - 2 * LAPSE > fair ? 20 * SECOND : 4 * MINUTE;
    }

    /// Expects something within so long of the time in which the desk is up.
    void expect(
            String promise,
            String sentence,
            long within,
            BooleanSupplier met,
            BooleanSupplier not) {
        expected.add(new Expected(promise, sentence, uptime.millis() + within + slack(), met, not));
    }

    Collection<AlarmSeen> alarms() {
        return alarms.values();
    }

    /// What is known of an alarm, from now on.
    AlarmSeen alarm(long id) {
        return alarms.computeIfAbsent(id, _ -> new AlarmSeen(id, clock.millis()));
    }

    // --- what gateways see

    void attempted(Attempt attempt) {
        mustBeLabelled(attempt);
        tried.put(attempt.key(), attempt);
        Optional<RingKey> key = RingKey.read(attempt.key());
        if (key.isPresent() && !key.get().over()) {
            rung(attempt, key.get());
        } else if (attempt.key().startsWith("word-")) {
            mustBeTheSame(attempt.message().text());
        }
    }

    private void mustBeLabelled(Attempt attempt) {
        Attempt before = tried.get(attempt.key());
        boolean mayHaveArrived = before != null && before.fate().mayHaveArrived();
        if (mayHaveArrived && !attempt.message().text().startsWith(LABEL)) {
            violated("a-repeat-is-labelled", attempt.key() + " went out again and does not say so");
        }
    }

    private void mustBeTheSame(String text) {
        String plain = text.startsWith(LABEL) ? text.substring(text.indexOf('\n') + 1) : text;
        if (neutral.isPresent()
                && !plain.endsWith(neutral.get())
                && !neutral.get().endsWith(plain)) {
            violated("answers-are-alike", "two answers to people in hiding differ");
        }
        neutral = neutral.or(() -> Optional.of(plain));
    }

    private void rung(Attempt attempt, RingKey key) {
        AlarmSeen alarm = alarm(key.alarm());
        read(alarm, attempt.message().text());
        boolean fresh = key.generation() > alarm.newest;
        boolean asLead = alarm.leads && key.person() == Foundation.LEAD;
        boolean anew = alarm.heldAt(attempt.at()) && key.generation() > alarm.heldNewest;
        if (anew && hasComeOnDuty(alarm, key.person())) {
            alarm.heldNoMore();
        } else if (anew && !asLead) {
            violated(
                    "who-holds-is-left-in-peace",
                    "alarm "
                            + key.alarm()
                            + " was held since "
                            + Happening.time(alarm.heldFrom)
                            + ", and person "
                            + key.person()
                            + " is rung anew");
        }
        if (fresh) {
            alarm.newest = key.generation();
        }
        alarm.lastTry = attempt.at();
        alarm.rungAt.put(key.person(), attempt.at());
        alarm.rungOver.put(key.person() + "/" + attempt.channel(), attempt.at());
        if (attempt.nth() == 1 && !goesThrough(attempt)) {
            expectTheNextChannel(alarm, key.person(), attempt);
        }
    }

    /// Where all must answer, whoever comes on duty has yet to.
    private boolean hasComeOnDuty(AlarmSeen alarm, long person) {
        return Foundation.OFFICERS.contains(person) && shiftChanged >= alarm.heldFrom;
    }

    /// Other people may be on duty from now on.
    void shiftChanged() {
        shiftChanged = clock.millis();
    }

    private static boolean goesThrough(Attempt attempt) {
        return switch (attempt.fate()) {
            case ARRIVES, ARRIVES_TWICE, SWALLOWED -> true;
            case REFUSED, ARRIVES_UNTOLD, HANGS -> false;
        };
    }

    private void expectTheNextChannel(AlarmSeen alarm, long person, Attempt attempt) {
        long from = attempt.at() - LONGEST_WAIT - slack();
        long other =
                attempt.channel() == Foundation.SMS
                        ? person % 2 == 0 ? Foundation.MAIL : Foundation.PUSH
                        : Foundation.SMS;
        expect(
                "the-next-channel-is-tried",
                "person "
                        + person
                        + " could not be reached for alarm "
                        + alarm.id
                        + " and no other channel was tried",
                30 * SECOND,
                () -> alarm.rungOver.getOrDefault(person + "/" + other, -1L) >= from,
                () ->
                        !alarm.open()
                                || quietForAReason(alarm)
                                || alarm.spared(person, clock.millis())
                                || wentThroughAfterAKill(attempt));
    }

    /// A try that was cut off by a kill failed as far as nobody knows; that it is made again is
    /// another promise.
    private boolean wentThroughAfterAKill(Attempt attempt) {
        Attempt last = tried.get(attempt.key());
        return uptime.since() > attempt.at()
                && last != null
                && last.nth() > attempt.nth()
                && goesThrough(last);
    }

    private void read(AlarmSeen alarm, String text) {
        for (int i = 0; i < names.size(); i++) {
            if (text.contains(names.get(i).toUpperCase(Locale.ROOT))) {
                alarm.about.add(i + 1L);
            }
        }
        alarm.ofSilence |= !alarm.shown && text.contains("no word yet");
        alarm.ofMany |= text.contains("it has the list") || text.contains("it has the whole list");
        alarm.deskTrouble |= text.contains("The desk,");
        alarm.leads |= text.contains("case lead") || text.contains("You lead");
        alarm.shown = true;
    }

    private boolean quietForAReason(AlarmSeen alarm) {
        long now = clock.millis();
        return now < alarm.heldUntil || now < alarm.doubtfulUntil;
    }

    // --- what people are told

    /// An alarm was accepted.
    void accepted(long id) {
        AlarmSeen alarm = alarm(id);
        expect(
                "an-accepted-alarm-rings",
                "alarm " + id + " was accepted and nobody was rung for it",
                30 * SECOND,
                () -> alarm.shown,
                () -> !alarm.open() || alarm.heldAt(clock.millis()));
    }

    void onIt(long id, long person, boolean held, boolean allMustAnswer) {
        AlarmSeen alarm = alarm(id);
        long now = clock.millis();
        alarm.proven.put(person, now + LAPSE);
        if (now < alarm.doubtfulUntil) {
            alarm.doubtful(now + LAPSE + slack());
            return;
        }
        if (!held) {
            return;
        }
        boolean lawyerRung = alarm.rungAt.containsKey(Foundation.LAWYER) && !alarm.passedOn;
        if (allMustAnswer
                && lawyerRung
                && alarm.proven.getOrDefault(Foundation.LAWYER, AlarmSeen.NEVER) <= now) {
            violated(
                    "all-must-answer",
                    "alarm " + id + " counts as held although the lawyer has not answered");
        }
        alarm.heldFrom = now;
        alarm.heldUntil = alarm.firstLapse(now);
    }

    /// Whatever was rung until then is no new ring.
    void heldWith(long id, long newest) {
        alarm(id).heldNewest = newest;
    }

    void unproven(long id, long person) {
        alarm(id).unproven.put(person, clock.millis() + SPARED + slack());
    }

    /// Somebody did something to an alarm and was not told what it came to, or it may ring anew for
    /// a good reason.
    void doubtful(Predicate<AlarmSeen> which) {
        long until = clock.millis() + LAPSE + slack();
        alarms.values().stream().filter(which).forEach(alarm -> alarm.doubtful(until));
    }

    /// Answers may lapse sooner now, and steps may end sooner. None of it may come later.
    void clockSet() {
        alarms.values().forEach(AlarmSeen::heldNoMore);
    }

    void endSaid(long id, boolean ended) {
        AlarmSeen alarm = alarm(id);
        alarm.endSaid = true;
        alarm.ended |= ended;
        alarm.endedAt = clock.millis();
    }

    // --- what is looked at from time to time

    boolean nothingToWatch() {
        return expected.isEmpty() && alarms.values().stream().noneMatch(AlarmSeen::open);
    }

    void look() {
        long now = clock.millis();
        for (AlarmSeen alarm : alarms.values()) {
            if (alarm.open()) {
                mustNotBeSilent(alarm, now);
            }
        }
        expected.removeIf(this::settled);
    }

    private boolean settled(Expected one) {
        if (one.met().getAsBoolean() || one.excused().getAsBoolean()) {
            return true;
        }
        if (uptime.isUp() && uptime.millis() > one.upBy()) {
            violated(one.promise(), one.sentence());
            return true;
        }
        return false;
    }

    /// An open alarm that nobody holds rings somebody in every step.
    private void mustNotBeSilent(AlarmSeen alarm, long now) {
        long from =
                Math.max(
                        Math.max(alarm.lastTry, uptime.since()),
                        Math.max(alarm.lastLapse(), alarm.doubtfulUntil));
        long allowed = 2 * LONGEST_WAIT + slack();
        boolean allSpared =
                Foundation.EVERYBODY.stream().filter(p -> alarm.spared(p, now)).count() >= 3;
        if (allSpared) {
            allowed += SPARED;
        }
        if (uptime.isUp() && now - from > allowed) {
            violated(
                    "an-open-alarm-is-never-silent",
                    "alarm "
                            + alarm.id
                            + " is open, nobody holds it, and the last ring was at "
                            + Happening.time(alarm.lastTry));
        }
    }

    /// The board, as an officer sees it.
    void board(Set<Long> open) {
        for (AlarmSeen alarm : alarms.values()) {
            if (alarm.open() && !open.contains(alarm.id)) {
                violated(
                        "only-people-end-alarms",
                        "alarm " + alarm.id + " is not on the board, and nobody has ended it");
            }
        }
    }

    /// What was half with a gateway when the desk was killed goes out again, and says so, or the
    /// next ring of the same alarm to the same person does in its place. Where somebody was told
    /// that he holds the alarm it was taken back: nobody is rung for it then.
    void killed() {
        long now = clock.millis();
        for (Attempt one : List.copyOf(tried.values())) {
            Optional<RingKey> key = RingKey.read(one.key());
            if (one.told() > now
                    && key.filter(k -> !k.over() && !alarm(k.alarm()).heldAt(now)).isPresent()) {
                AlarmSeen alarm = alarm(key.get().alarm());
                long person = key.get().person();
                expect(
                        "what-was-half-sent-goes-again",
                        one.key() + " was with its gateway at the kill and never went again",
                        MINUTE,
                        () -> nthOf(one.key()) > one.nth() || rungAnew(one, key.get(), now),
                        () ->
                                !alarm.open()
                                        || alarm.spared(person, now)
                                        || alarm.spared(person, clock.millis()));
            }
        }
    }

    /// What was kept since then is gone, and nobody outside knows how the rest stands.
    void restored(long backedUp) {
        expected.clear();
        tried.clear();
        shiftChanged();
        for (AlarmSeen alarm : alarms.values()) {
            alarm.lost = alarm.since >= backedUp;
            alarm.ended |= alarm.lost;
        }
        doubtful(_ -> true);
    }

    private boolean rungAnew(Attempt one, RingKey key, long since) {
        return tried.values().stream()
                .filter(later -> later.at() > since && later.channel() == one.channel())
                .flatMap(later -> RingKey.read(later.key()).stream())
                .anyMatch(key::isFollowedBy);
    }

    private int nthOf(String key) {
        Attempt last = tried.get(key);
        return last == null ? 0 : last.nth();
    }
}
