package org.watchword.desk.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Changes to ladders and to which ladder rings, as the pages make them. A ladder that is to ring
/// fewer people, or later, rings as both until that counts.
final class LadderChanges {
    private static final String LADDER = "ladder";
    private static final String STEPS = "steps";
    private static final String OVER = "over";
    private static final String CODENAME = "codename";

    private final Store store;
    private final Ladders ladders;
    private final Changes changes;
    private final Silencing steps = new Steps();
    private final Silencing standard = new Standard();
    private final Silencing own = new Own();
    private final Silencing retired = new Retired();

    LadderChanges(Store store, Ladders ladders, Changes changes) {
        this.store = store;
        this.ladders = ladders;
        this.changes = changes;
        changes.know(steps);
        changes.know(standard);
        changes.know(own);
        changes.know(retired);
    }

    /// What was kept, and whether a part of it waits.
    record Made(Ladder.Saved saved, boolean waits) {}

    /// Puts a label and steps in place of those that were seen.
    Made change(PersonId by, Ladder seen, String label, List<Ladder.Step> typed) {
        return store.writer().write(Lane.FIRST, turn -> changed(turn, by, seen, label, typed));
    }

    private Made changed(
            Turn turn, PersonId by, Ladder seen, String label, List<Ladder.Step> typed) {
        List<Ladder.Step> before =
                ladders.find(turn.handle(), seen.id()).map(Ladder::steps).orElse(List.of());
        if (!changes.isOn(turn)) {
            return new Made(ladders.changeIn(turn, seen, label, typed), false);
        }
        if (LadderMerge.onlyAdds(before, typed)) {
            Ladder.Saved saved = ladders.changeIn(turn, seen, label, typed);
            if (saved instanceof Ladder.Done && !before.equals(typed)) {
                changes.added(turn);
            }
            return new Made(saved, false);
        }
        List<Ladder.Step> meanwhile =
                LadderMerge.both(before, typed, Limits.TARGETS_PER_STEP).orElse(before);
        Ladder.Saved saved = ladders.changeIn(turn, seen, label, meanwhile);
        if (saved instanceof Ladder.Refused) {
            return new Made(saved, false);
        }
        Map<String, String> what =
                Map.of(
                        LADDER, "" + seen.id().value(),
                        STEPS, WrittenSteps.of(typed),
                        OVER, WrittenSteps.of(meanwhile));
        return new Made(saved, changes.ask(turn, by, steps, what) instanceof Asked.Waits);
    }

    /// Makes this one ring when nothing else is named.
    Made makeDefault(PersonId by, LadderId id) {
        return store.writer()
                .write(Lane.ORDINARY, turn -> asked(turn, by, standard, ladderIs(id), id));
    }

    private static Map<String, String> ladderIs(LadderId id) {
        return Map.of(LADDER, "" + id.value());
    }

    private Made asked(
            Turn turn, PersonId by, Silencing kind, Map<String, String> what, LadderId id) {
        return switch (changes.ask(turn, by, kind, what)) {
            case Asked.Counts() -> new Made(new Ladder.Done(id), false);
            case Asked.Waits _ -> new Made(new Ladder.Done(id), true);
            case Asked.Gone() -> new Made(Ladder.CHANGED, false);
        };
    }

    /// What was kept of a code-name, and whether a part of it waits.
    record Named(Codename.Saved saved, boolean waits) {}

    /// Name and card count at once; another ladder may have to wait.
    Named codename(PersonId by, String seen, Codename typed) {
        return store.writer().write(Lane.ORDINARY, turn -> named(turn, by, seen, typed));
    }

    private Named named(Turn turn, PersonId by, String seen, Codename typed) {
        Optional<Codename> before = ladders.codename(turn.handle(), typed.id());
        boolean other = before.isPresent() && !before.get().ladder().equals(typed.ladder());
        if (!other || !changes.isOn(turn)) {
            return new Named(ladders.changeCodenameIn(turn, seen, typed), false);
        }
        var now = new Codename(typed.id(), typed.name(), typed.plan(), before.get().ladder());
        Codename.Saved saved = ladders.changeCodenameIn(turn, seen, now);
        if (!(saved instanceof Codename.Done)) {
            return new Named(saved, false);
        }
        Map<String, String> what =
                Map.of(
                        CODENAME,
                        "" + typed.id().value(),
                        LADDER,
                        "" + typed.ladder().map(LadderId::value).orElse(0L));
        return new Named(saved, changes.ask(turn, by, own, what) instanceof Asked.Waits);
    }

    /// Refused at once while a watch is about it: waiting would not make it right.
    Named retire(PersonId by, CodenameId id) {
        return store.writer().write(Lane.ORDINARY, turn -> retired(turn, by, id));
    }

    private Named retired(Turn turn, PersonId by, CodenameId id) {
        if (ladders.isWatched(turn.handle(), id)) {
            return new Named(ladders.retireIn(turn, id), false);
        }
        return switch (changes.ask(turn, by, retired, Map.of(CODENAME, "" + id.value()))) {
            case Asked.Counts() -> new Named(new Codename.Done(id), false);
            case Asked.Waits _ -> new Named(new Codename.Done(id), true);
            case Asked.Gone() ->
                    new Named(new Codename.Refused(Sentence.of("watch.codenames.gone")), false);
        };
    }

    private static LadderId ladder(Map<String, String> what) {
        return new LadderId(Long.parseLong(what.getOrDefault(LADDER, "0")));
    }

    private static CodenameId codename(Map<String, String> what) {
        return new CodenameId(Long.parseLong(what.getOrDefault(CODENAME, "0")));
    }

    private String label(Handle handle, Map<String, String> what, Words words) {
        return ladders.find(handle, ladder(what))
                .map(Ladder::label)
                .orElseGet(() -> words.say("watch.changes.usual-ladder"));
    }

    private String name(Handle handle, Map<String, String> what) {
        return ladders.codename(handle, codename(what)).map(Codename::name).orElse("?");
    }

    private final class Steps implements Silencing {
        @Override
        public String kind() {
            return "ladder.steps";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            return ladders.find(turn.handle(), ladder(what))
                    .filter(now -> WrittenSteps.of(now.steps()).equals(what.getOrDefault(OVER, "")))
                    .map(now ->
                            ladders.changeIn(
                                            turn,
                                            now,
                                            now.label(),
                                            WrittenSteps.read(what.getOrDefault(STEPS, "")))
                                    instanceof Ladder.Done)
                    .orElse(false);
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say("watch.changes.steps", "ladder", label(handle, what, words));
        }
    }

    private final class Standard implements Silencing {
        @Override
        public String kind() {
            return "ladder.default";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            return ladders.makeDefaultIn(turn, ladder(what)) instanceof Ladder.Done;
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say("watch.changes.standard", "ladder", label(handle, what, words));
        }
    }

    private final class Own implements Silencing {
        @Override
        public String kind() {
            return "codename.ladder";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            Optional<LadderId> to = Optional.of(ladder(what)).filter(id -> id.value() != 0);
            return ladders.codename(turn.handle(), codename(what))
                    .map(now -> new Codename(now.id(), now.name(), now.plan(), to))
                    .map(now -> ladders.changeCodenameIn(turn, "", now) instanceof Codename.Done)
                    .orElse(false);
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say(
                    "watch.changes.own-ladder",
                    Map.of("who", name(handle, what), "ladder", label(handle, what, words)));
        }
    }

    private final class Retired implements Silencing {
        @Override
        public String kind() {
            return "codename.retire";
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            return ladders.retireIn(turn, codename(what)) instanceof Codename.Done;
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say("watch.changes.retire", "who", name(handle, what));
        }
    }
}
