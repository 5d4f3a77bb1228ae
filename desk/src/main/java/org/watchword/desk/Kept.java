package org.watchword.desk;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.accounts.CodesForgotten;
import org.watchword.desk.casebook.envelope.Envelopes;
import org.watchword.desk.delivery.Forgotten;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.rota.NotesForgotten;
import org.watchword.desk.watch.AlarmsForgotten;
import org.watchword.desk.watch.silence.WatchesForgotten;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.word.PeoplesWords;

/// Everything that the rooms keep for a while only.
final class Kept {
    static List<Forgetful> by(PeoplesWords words, Envelopes envelopes) {
        var all = new ArrayList<Forgetful>(words.forgets());
        all.addAll(AlarmsForgotten.all());
        all.addAll(WatchesForgotten.all());
        all.addAll(PlantedTimers.forgets());
        all.addAll(NotesForgotten.all());
        all.addAll(Forgotten.all());
        all.addAll(CodesForgotten.all());
        all.addAll(envelopes.forgets());
        return List.copyOf(all);
    }

    private Kept() {}
}
