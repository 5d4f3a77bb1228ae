package org.watchword.desk.watch.silence;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Who is late and who is due within the hour, on the board.
record DueSoon(SilencePages.Tools tools) implements Places.Filler {
    private static final int SHOWN = 12;

    @Override
    public String place() {
        return "board.due";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        var rows = tools.watches().rows();
        var until = visit.now().plus(SilencePolicy.SOON);
        List<OneWatch> due = tools.store().read(handle -> rows.dueBy(handle, until, SHOWN));
        boolean nobody = due.isEmpty() && tools.store().read(rows::armed) == 0;
        if (nobody) {
            return Optional.empty();
        }
        var plans = tools.plans(visit);
        var view =
                new SilenceView.Due(
                        due.stream().map(watch -> tools.row(watch, plans, visit)).toList(),
                        due.isEmpty() ? visit.words().say("silence.board.calm") : "");
        return Optional.of(new Places.Inside("watch/silence/due.jte", view));
    }
}
