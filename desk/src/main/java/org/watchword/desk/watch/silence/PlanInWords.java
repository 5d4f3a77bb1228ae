package org.watchword.desk.watch.silence;

import com.ibm.icu.text.ListFormatter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;

/// A plan as people say it.
record PlanInWords(Words words, TimeWords times, List<Codename> codenames, List<Ladder> ladders) {
    /// Sentence by sentence.
    List<String> of(Plan plan) {
        var said = new ArrayList<String>();
        said.add(words.say("silence.plan.about", "who", who(plan)));
        schedule(plan.schedule(), said);
        if (!plan.schedule().zone().equals(times.zone())) {
            said.add(words.say("silence.plan.zone", "zone", plan.schedule().zone().getId()));
        }
        said.add(reminder(plan.margins().reminder()));
        said.add(words.say("silence.plan.grace", "minutes", plan.margins().grace().toMinutes()));
        if (plan.about().size() > 1) {
            said.add(words.say(plan.anyone() ? "silence.plan.anyone" : "silence.plan.each"));
        }
        said.add(
                plan.ladder()
                        .map(id -> words.say("silence.plan.ladder", "ladder", ladder(id)))
                        .orElseGet(() -> words.say("silence.plan.own-ladder")));
        return said;
    }

    private void schedule(Schedule schedule, List<String> said) {
        var there = new TimeWords(schedule.zone(), words.language());
        if (!schedule.times().isEmpty()) {
            String at = list(schedule.times().stream().map(Object::toString).toList());
            said.add(
                    schedule.days().size() == DayOfWeek.values().length
                            ? words.say("silence.plan.daily", "times", at)
                            : words.say(
                                    "silence.plan.weekly",
                                    Map.of("times", at, "days", days(schedule.days()))));
        }
        schedule.every()
                .ifPresent(every ->
                        said.add(
                                words.say(
                                        "silence.plan.every",
                                        Map.of(
                                                "hours",
                                                every.hours(),
                                                "from",
                                                there.dayAndMinute(every.anchor())))));
        if (!schedule.points().isEmpty()) {
            said.add(
                    words.say(
                            "silence.plan.points",
                            "points",
                            list(schedule.points().stream().map(there::dayAndMinute).toList())));
        }
    }

    private String reminder(Duration before) {
        return before.isZero()
                ? words.say("silence.plan.reminder-at")
                : words.say("silence.plan.reminder", "minutes", before.toMinutes());
    }

    private String days(Set<DayOfWeek> days) {
        return list(days.stream().sorted().map(this::day).toList());
    }

    /// A day of the week, short.
    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, words.language().locale());
    }

    /// The code-names of a plan.
    String who(Plan plan) {
        return list(plan.about().stream().map(this::name).toList());
    }

    /// One that was retired since has no name any more.
    String name(CodenameId who) {
        return codenames.stream()
                .filter(codename -> codename.id().equals(who))
                .map(Codename::name)
                .findFirst()
                .orElseGet(() -> words.say("silence.a-codename"));
    }

    private String ladder(LadderId id) {
        return ladders.stream()
                .filter(ladder -> ladder.id().equals(id))
                .map(Ladder::label)
                .findFirst()
                .orElseGet(() -> words.say("silence.a-ladder"));
    }

    /// An instant on the watch's own clock; empty where that is the desk's.
    String there(ZoneId zone, Instant at) {
        return zone.equals(times.zone())
                ? ""
                : new TimeWords(zone, words.language()).dayAndMinute(at);
    }

    String list(List<String> several) {
        return ListFormatter.getInstance(words.language().locale()).format(several);
    }
}
