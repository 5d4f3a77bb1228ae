package org.watchword.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an alarm's room says of words that came or did not come. After one that forbids to call
/// back, only that is said.
final class SignsShown {
    private final Sayings say;
    private final AlarmRoom room;
    private final Signs signs;

    SignsShown(Sayings say, AlarmRoom room) {
        this.say = say;
        this.room = room;
        this.signs = room.head().signs();
    }

    /// Whom it is about, where that are several.
    List<AlarmView.About> about() {
        return room.about().size() < 2
                ? List.of()
                : room.about().stream()
                        .map(one -> new AlarmView.About(one.name(), what(one.about())))
                        .toList();
    }

    private String what(Signs.About one) {
        var parts = new ArrayList<String>();
        parts.add(timed("watch.alarm.since", one.since()));
        if (!room.head().isTheLeads()) {
            one.lateWord().ifPresent(at -> parts.add(timed("watch.alarm.late-word", at)));
            one.contact().ifPresent(at -> parts.add(timed("watch.alarm.contact", at)));
        }
        return String.join(" ", parts);
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        Optional<Signs.Lead> lead = signs.lead();
        if (lead.isPresent()) {
            warnings.add(say.words().say("watch.alarm.lead-ends"));
            if (lead.get().wanted()) {
                warnings.add(say.words().say("watch.alarm.lead-is-rung"));
            }
            return warnings;
        }
        if (room.about().size() == 1) {
            Signs.About one = room.about().getFirst().about();
            one.lateWord().ifPresent(at -> warnings.add(timed("watch.alarm.late-word", at)));
            one.contact().ifPresent(at -> warnings.add(timed("watch.alarm.contact", at)));
        }
        signs.holdsUntil()
                .filter(say.now()::isBefore)
                .ifPresent(at -> warnings.add(timed("watch.alarm.late-hold", at)));
        return warnings;
    }

    private String timed(String key, Instant at) {
        return say.words().say(key, "time", say.when(at));
    }
}
