package org.watchword.desk.casebook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WallTime;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.timer.NewTimer;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.desk.watch.timer.TimerText;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.cipher.Octets;

/// What stands in the form for a reminder.
record TypedReminder(
        TimerId timer,
        String compartment,
        String text,
        String at,
        String before,
        String ladder,
        String says) {
    static final String TEXT = "text";
    private static final String TIMER = "[0-9a-f]{32}";

    /// Whether it rings once more, earlier.
    enum Before {
        NOT("not", Duration.ZERO),
        HOUR("hour", Duration.ofHours(1)),
        DAY("day", Duration.ofDays(1));

        private final String word;
        private final Duration by;

        Before(String word, Duration by) {
            this.word = word;
            this.by = by;
        }

        String word() {
            return word;
        }
    }

    static TypedReminder fresh(TimerId timer) {
        return new TypedReminder(timer, "", "", "", Before.NOT.word(), "", TimerText.DUE.word());
    }

    /// A long text is not lost over a character that came along when it was pasted.
    static TypedReminder in(Form form, Supplier<TimerId> fresh) {
        return new TypedReminder(
                form.cleaned("timer")
                        .filter(text -> text.matches(TIMER))
                        .map(text -> new TimerId(Octets.of(HexFormat.of().parseHex(text))))
                        .orElseGet(fresh),
                form.cleaned("compartment").orElse(""),
                form.cleaned(TEXT).orElse(""),
                form.cleaned("at").orElse(""),
                form.cleaned("before").orElse(Before.NOT.word()),
                form.cleaned("ladder").orElse(""),
                form.cleaned("says").orElse(TimerText.DUE.word()));
    }

    /// What it comes to.
    ///
    /// @param timer there when nothing is wrong
    record Read(String text, Optional<NewTimer> timer, List<Wrong> wrong) {}

    Read read(ZoneId zone, List<Ladder> ladders) {
        var wrong = new ArrayList<Wrong>();
        Typed.text(text, CaseLimits.REMINDER_CHARACTERS).ifPresent(wrong::add);
        Optional<Instant> when = WallTime.read(at, zone);
        if (when.isEmpty()) {
            wrong.add(new Wrong("at", Sentence.of("casebook.reminder.no-time")));
        }
        Optional<LadderId> rung =
                ladders.stream()
                        .map(Ladder::id)
                        .filter(id -> ladder.equals("" + id.value()))
                        .findFirst();
        if (rung.isEmpty()) {
            wrong.add(new Wrong("ladder", Sentence.of("casebook.reminder.no-ladder")));
        }
        return new Read(
                text,
                wrong.isEmpty()
                        ? Optional.of(
                                new NewTimer(
                                        timer,
                                        instants(when.orElseThrow()),
                                        rung.orElseThrow(),
                                        TimerText.of(says).orElse(TimerText.DUE)))
                        : Optional.empty(),
                wrong);
    }

    private List<Instant> instants(Instant at) {
        Duration by =
                Arrays.stream(Before.values())
                        .filter(one -> one.word().equals(before))
                        .map(one -> one.by)
                        .findFirst()
                        .orElse(Duration.ZERO);
        return Stream.of(at.minus(by), at).distinct().toList();
    }
}
