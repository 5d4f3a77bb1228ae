package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;

/// Reads whom an alarm is about, for its room.
final class AboutReader {
    private final AlarmTurns.Rows rows;

    AboutReader(AlarmTurns.Rows rows) {
        this.rows = rows;
    }

    /// What the code-names are called whom it is about, or of whom its log speaks.
    Map<CodenameId, String> names(Handle handle, Alarm alarm, List<AlarmRoom.Line> log) {
        var all = new LinkedHashSet<CodenameId>();
        shown(alarm).forEach(one -> all.add(one.who()));
        log.forEach(line -> line.word().ifPresent(all::add));
        var names = new HashMap<CodenameId, String>();
        for (CodenameId id : all) {
            rows.ladders().codename(handle, id).ifPresent(one -> names.put(id, one.name()));
        }
        return names;
    }

    private static Stream<Signs.About> shown(Alarm alarm) {
        return alarm.signs().about().stream().limit(Limits.CODENAMES_SHOWN);
    }

    /// Those that a page shows.
    List<AlarmRoom.Concerned> about(Handle handle, Alarm alarm) {
        boolean asks =
                alarm.signs().lead().isEmpty()
                        && !alarm.isClosed()
                        && alarm.signs().about().size() <= Limits.CODENAMES_ASKED;
        return shown(alarm)
                .map(one ->
                        new AlarmRoom.Concerned(
                                one,
                                rows.ladders()
                                        .codename(handle, one.who())
                                        .map(Codename::name)
                                        .orElse("?"),
                                Endings.isEnough(
                                        alarm.origin(),
                                        alarm.signs(),
                                        alarm.statements(),
                                        Optional.of(one.who())),
                                Endings.rightAnswersNeeded(
                                        alarm.origin(), alarm.signs(), Optional.of(one.who())),
                                asks ? question(handle, alarm, one.who()) : Optional.empty()))
                .toList();
    }

    private Optional<AlarmRoom.Question> question(Handle handle, Alarm alarm, CodenameId who) {
        return rows.proofs()
                .next(handle, alarm, who)
                .map(next -> new AlarmRoom.Question(next.id(), next.text()));
    }

    /// The plan cards, each under its code-name where there are several.
    Optional<String> plan(Handle handle, Alarm alarm) {
        var plans = new ArrayList<String>();
        for (Signs.About one : shown(alarm).toList()) {
            rows.ladders()
                    .codename(handle, one.who())
                    .filter(codename -> !codename.plan().isEmpty())
                    .map(codename ->
                            alarm.signs().about().size() == 1
                                    ? codename.plan()
                                    : codename.name() + "\n" + codename.plan())
                    .ifPresent(plans::add);
        }
        return plans.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", plans));
    }
}
