package org.watchword.desk.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// How it stands with the partner, in words.
record Said(Words words, TimeWords times) {
    /// Everything, for the page.
    List<PartnerView.Line> all(Standing now) {
        var lines = new ArrayList<PartnerView.Line>();
        if (now.settings().kind() == PartnerSettings.Kind.DESK) {
            lines.add(theirs(now));
            now.last().ifPresent(beat -> lines.add(well(ways(beat))));
        }
        lines.add(ours(now));
        now.oldAt().ifPresent(at -> lines.add(late("partner.says.old", times.second(at))));
        now.strangerAt()
                .ifPresent(at -> lines.add(late("partner.says.stranger", times.second(at))));
        return lines;
    }

    /// What somebody must look after, for the board.
    List<String> troubles(Standing now) {
        var lines = new ArrayList<String>();
        if (now.isSilent()) {
            lines.add(named("partner.board.silent", now, now.heardAt().map(times::second)));
        }
        if (now.notTaken()) {
            lines.add(named("partner.board.not-taken", now, now.takenAt().map(times::second)));
        }
        now.oldAt()
                .ifPresent(
                        at -> lines.add(words.say("partner.says.old", "time", times.second(at))));
        return lines;
    }

    private String named(String key, Standing now, Optional<String> since) {
        return words.say(key, Map.of("name", now.settings().name(), "since", since.orElse("–")));
    }

    private PartnerView.Line theirs(Standing now) {
        if (now.heardAt().isEmpty()) {
            return new PartnerView.Line(words.say("partner.says.never-heard"), true);
        }
        String at = times.second(now.heardAt().get());
        return now.isSilent()
                ? late("partner.says.silent", at)
                : well(words.say("partner.says.heard", "time", at));
    }

    private PartnerView.Line ours(Standing now) {
        if (now.takenAt().isEmpty()) {
            return new PartnerView.Line(words.say("partner.says.never-taken"), now.notTaken());
        }
        String at = times.second(now.takenAt().get());
        return now.notTaken()
                ? late("partner.says.not-taken", at)
                : well(words.say("partner.says.taken", "time", at));
    }

    private String ways(Beat beat) {
        String all =
                beat.ways().stream()
                        .map(way ->
                                words.say(
                                        "partner.ways."
                                                + way.health().name().toLowerCase(Locale.ROOT),
                                        "kind",
                                        way.kind()))
                        .collect(Collectors.joining(", "));
        return all.isEmpty()
                ? words.say("partner.says.no-ways")
                : words.say("partner.says.ways", "ways", all);
    }

    private PartnerView.Line late(String key, String time) {
        return new PartnerView.Line(words.say(key, "time", time), true);
    }

    private static PartnerView.Line well(String says) {
        return new PartnerView.Line(says, false);
    }
}
