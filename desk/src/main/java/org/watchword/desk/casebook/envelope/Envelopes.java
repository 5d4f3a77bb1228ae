package org.watchword.desk.casebook.envelope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;

/// The room's front: the emergency envelopes, their pages, and what `check` finds about them.
public final class Envelopes {
    private final Ground ground;
    private final Filling filling;
    private final Openings openings;

    public Envelopes(Ground ground) {
        this.ground = ground;
        this.filling = new Filling(ground);
        this.openings = new Openings(ground, filling);
    }

    /// What the room stands on.
    public record Ground(
            Store store,
            FieldSeal seal,
            Ledger ledger,
            Watch watch,
            People people,
            DeskClock clock) {}

    Filling filling() {
        return filling;
    }

    Openings openings() {
        return openings;
    }

    public List<Route> routes() {
        var routes = new ArrayList<>(new OpeningPages(ground, filling, openings).routes());
        routes.addAll(new FillingPages(ground, filling).routes());
        return routes;
    }

    /// Fills `alarm.beside` and `codename.beside`.
    public List<Places.Filler> fillers() {
        return List.of(
                new AlarmBeside(ground, filling, openings), new CodenameBeside(ground, filling));
    }

    /// What it keeps for a while only.
    public List<Forgetful> forgets() {
        return List.of(EnvelopesForgotten.REASONS, new EnvelopesForgotten(filling));
    }

    /// After a restore every envelope is shut.
    public void startAfresh(Turn turn) {
        OpeningRows.shutAll(turn);
    }

    /// A line of `check`.
    ///
    /// @param well nothing is to be done
    public record Line(boolean well, Sentence says) {}

    /// What `check` says: of each watched code-name, whether somebody whom its ladder rings holds
    /// its envelope. Nothing is opened. Nothing is said where nobody founded the chain: nobody
    /// could fill one.
    public List<Line> lines(Handle handle) {
        if (!(ground.ledger().standing(handle) instanceof ChainStanding.Whole)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        int watched = 0;
        for (Codename codename : ground.watch().ladders().codenames(handle)) {
            boolean isTwin = ground.watch().alarms().isTwin(handle, codename.id());
            if (!isTwin && ground.watch().ladders().isWatched(handle, codename.id())) {
                watched++;
                missing(handle, codename).ifPresent(says -> lines.add(new Line(false, says)));
            }
        }
        if (watched > 0 && lines.isEmpty()) {
            lines.add(new Line(true, Sentence.of("envelope.check.held", "count", watched)));
        }
        return List.copyOf(lines);
    }

    private Optional<Sentence> missing(Handle handle, Codename codename) {
        Optional<Ladder> ladder = filling.ladder(handle, codename);
        Set<PersonId> rung = ladder.map(one -> filling.onLadder(handle, one)).orElseGet(Set::of);
        String key =
                switch (filling.standing(handle, codename.id())) {
                    case Standing.None _ -> "envelope.check.none";
                    case Standing.Unreadable _ -> "envelope.check.unreadable";
                    case Standing.Filled filled -> {
                        var both = new HashSet<>(filled.holders());
                        both.retainAll(rung);
                        yield both.isEmpty() ? "envelope.check.not-held" : "";
                    }
                };
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Sentence(
                                key,
                                Map.of(
                                        "codename",
                                        codename.name(),
                                        "ladder",
                                        ladder.map(Ladder::label).orElse("?"))));
    }
}
