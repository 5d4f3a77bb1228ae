package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.rota.RotaDesk.Instead;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Swaps of shifts: one asks, the other accepts. Until then nothing is changed. What was asked and
/// what became of it is told on the board, so that both see it.
public final class Swaps {
    /// How far ahead shifts may be swapped.
    static final Duration AHEAD = Duration.ofDays(60);

    private final Store store;
    private final Rota rota;
    private final RotaDesk desk;
    private final People people;
    private final Notices notices;
    private final SwapRows rows = new SwapRows();

    public Swaps(Store store, Rota rota, People people, Notices notices) {
        this.store = store;
        this.rota = rota;
        this.desk = new RotaDesk(store, rota);
        this.people = people;
        this.notices = notices;
    }

    /// What is asked for.
    ///
    /// @param takes nothing when the asker takes no shift in return
    public record Wish(
            RoleId role, PersonId asker, PersonId other, Span gives, Optional<Span> takes) {}

    /// Asks the other; nothing changes yet.
    public Planned ask(Wish wish, Instant now) {
        Planned planned =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    var swap = swap(RowNumbers.next(turn, "shift_swap"), wish);
                                    var flaw = flaw(turn.handle(), swap, now);
                                    if (flaw.isPresent()) {
                                        return flaw.get();
                                    }
                                    rows.insert(turn.handle(), swap, now);
                                    return new Planned.Done(swap.id());
                                });
        if (planned instanceof Planned.Done) {
            tell("rota.told.swap-asked", wish.asker(), wish.other());
        }
        return planned;
    }

    private static Swap swap(long id, Wish wish) {
        return new Swap(id, wish.role(), wish.asker(), wish.other(), wish.gives(), wish.takes());
    }

    /// Why a swap cannot be, as things stand now.
    private Optional<Planned.Refused> flaw(Handle handle, Swap swap, Instant now) {
        boolean begun =
                !swap.gives().from().isAfter(now)
                        || swap.takes().filter(takes -> !takes.from().isAfter(now)).isPresent();
        if (begun) {
            return Optional.of(Planned.refused("gives", "rota.refused.swap_begun"));
        }
        if (!has(handle, swap.role(), swap.asker(), swap.gives())) {
            return Optional.of(Planned.refused("gives", "rota.refused.swap_not_yours"));
        }
        if (swap.takes().filter(t -> !has(handle, swap.role(), swap.other(), t)).isPresent()) {
            return Optional.of(Planned.refused("takes", "rota.refused.swap_not_theirs"));
        }
        return standIns(swap).stream()
                .map(instead -> desk.flaw(handle, instead))
                .flatMap(Optional::stream)
                .findFirst()
                .map(refused -> new Planned.Refused("takes", refused.why()));
    }

    private boolean has(Handle handle, RoleId role, PersonId person, Span time) {
        return rota.standing(handle, role, time).stream()
                .anyMatch(one -> one.person().equals(person) && one.time().covers(time));
    }

    private static List<Instead> standIns(Swap swap) {
        var role = swap.role();
        var given = new Instead(role, swap.other(), swap.asker(), swap.gives(), swap.asker());
        return swap.takes()
                .map(time -> new Instead(role, swap.asker(), swap.other(), time, swap.other()))
                .map(taken -> List.of(given, taken))
                .orElse(List.of(given));
    }

    /// Those that wait for an answer of this person, or that this person asked for, as long as both
    /// could keep them.
    List<Swap> open(Handle handle, PersonId concerning, Instant now) {
        Set<PersonId> acting = people.acting(handle);
        return rows.asked(handle, concerning, now).stream()
                .filter(swap -> acting.contains(swap.asker()) && acting.contains(swap.other()))
                .toList();
    }

    /// The other accepts: from the commit on both shifts are the other's.
    public Planned accept(long id, PersonId by, Instant now) {
        return settled(id, by, "rota.told.swap-accepted", turn -> accepted(turn, id, by, now));
    }

    private Planned accepted(Turn turn, long id, PersonId by, Instant now) {
        var found = rows.asked(turn.handle(), id).filter(swap -> swap.other().equals(by));
        if (found.isEmpty()) {
            return gone();
        }
        var flaw = flaw(turn.handle(), found.get(), now);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        for (Instead instead : standIns(found.get())) {
            var _ = desk.stoodIn(turn, instead, Optional.of(id), now);
        }
        rows.settle(turn.handle(), id, "accepted", now);
        return new Planned.Done(id);
    }

    /// The other says no.
    public Planned decline(long id, PersonId by, Instant now) {
        return settled(
                id,
                by,
                "rota.told.swap-declined",
                turn -> ended(turn, rows.asked(turn.handle(), id), by, now));
    }

    private Planned ended(Turn turn, Optional<Swap> found, PersonId by, Instant now) {
        if (found.filter(swap -> swap.other().equals(by)).isPresent()) {
            rows.settle(turn.handle(), found.get().id(), "declined", now);
            return new Planned.Done(found.get().id());
        }
        return gone();
    }

    /// The asker no longer wants it.
    public Planned withdraw(long id, PersonId by, Instant now) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            var found =
                                    rows.asked(turn.handle(), id)
                                            .filter(swap -> swap.asker().equals(by));
                            if (found.isEmpty()) {
                                return gone();
                            }
                            rows.settle(turn.handle(), id, "withdrawn", now);
                            return new Planned.Done(id);
                        });
    }

    private static Planned gone() {
        return Planned.refused("swap", "rota.refused.swap_gone");
    }

    private Planned settled(long id, PersonId by, String told, Function<Turn, Planned> work) {
        var swap = store.read(handle -> rows.asked(handle, id));
        Planned planned = store.writer().write(Lane.ORDINARY, work::apply);
        if (planned instanceof Planned.Done && swap.isPresent()) {
            tell(told, swap.get().asker(), by);
        }
        return planned;
    }

    private void tell(String key, PersonId asker, PersonId other) {
        notices.tell(
                store.read(handle ->
                        new Sentence(
                                key,
                                Map.of(
                                        "asker", name(handle, asker),
                                        "other", name(handle, other)))));
    }

    private String name(Handle handle, PersonId person) {
        return people.name(handle, person).orElse("?");
    }
}
