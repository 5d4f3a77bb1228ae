package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;

/// Drills that people begin: alarms over the real ladder and the real channels, about a twin of a
/// code-name. One at a time, and none while anything real is open. Everything happens in the
/// caller's turn of the writer.
public final class Drilling {
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final Raising raising;
    private final Twins twins;

    Drilling(AlarmTurns.Rows rows, AlarmTurns turns, Raising raising) {
        this.rows = rows;
        this.turns = turns;
        this.raising = raising;
        this.twins = new Twins(rows.ladders());
    }

    /// What is drilled.
    public enum What {
        /// A call is logged.
        CALL(AlarmKind.CALL),
        /// A word is due and does not come.
        SILENCE(AlarmKind.SILENCE);

        private final AlarmKind kind;

        What(AlarmKind kind) {
            this.kind = kind;
        }
    }

    /// What somebody wants to drill.
    ///
    /// @param about a code-name, whose twin is drilled with, or any other name, which is invented
    /// @param twinName what the twin of a code-name is called
    public record Wish(String about, What what, PersonId by, UnaryOperator<String> twinName) {}

    /// What came of it.
    public sealed interface Begun {
        record Rings(AlarmId alarm) implements Begun {}

        /// An alarm that is no drill is not over.
        record SomethingReal() implements Begun {}

        record AnotherRuns() implements Begun {}

        /// The name is empty, too long, or taken.
        record NoName() implements Begun {}
    }

    public Begun begin(Turn turn, Wish wish) {
        Handle handle = turn.handle();
        if (SignRows.somethingRealIsOpen(handle)) {
            return new Begun.SomethingReal();
        }
        if (!SignRows.openDrills(handle).isEmpty()) {
            return new Begun.AnotherRuns();
        }
        return twin(turn, wish)
                .<Begun>map(twin ->
                        new Begun.Rings(raising.drill(turn, wish.what().kind, twin, wish.by())))
                .orElseGet(Begun.NoName::new);
    }

    private Optional<Codename> twin(Turn turn, Wish wish) {
        String name = CleanText.onOneLine(CleanText.cleaned(wish.about()));
        Optional<Codename> named = rows.ladders().codenameTyped(turn.handle(), name);
        if (named.isEmpty()) {
            return twins.invented(turn, name, turns.now());
        }
        Optional<Codename> real =
                Twins.isTwin(turn.handle(), named.get().id())
                        ? Twins.realOf(turn.handle(), named.get().id())
                                .flatMap(id -> rows.ladders().codename(turn.handle(), id))
                        : named;
        return real.isPresent()
                ? twin(turn, real.get(), wish.twinName().apply(real.get().name()))
                : named;
    }

    /// The twin of a code-name; made under that name where there is none.
    Optional<Codename> twin(Turn turn, Codename real, String name) {
        return twins.of(turn, real, name, turns.now());
    }

    /// Somebody ends the drill, at once.
    public Reply.ToDrill end(Turn turn, AlarmId drill, PersonId by) {
        return turns.apply(turn, drill, new Event.DrillEndedBy(by))
                .map(next -> (Reply.ToDrill) next.reply())
                .orElseGet(Reply.NoSuchAlarm::new);
    }

    /// Whether anything is open that is no drill.
    public boolean somethingRealIsOpen(Handle handle) {
        return SignRows.somethingRealIsOpen(handle);
    }

    /// The drill that is on.
    public List<AlarmId> open(Handle handle) {
        return SignRows.openDrills(handle);
    }
}
