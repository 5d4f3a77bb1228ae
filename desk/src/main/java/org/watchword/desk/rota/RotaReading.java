package org.watchword.desk.rota;

import static org.watchword.desk.rota.RotaTools.name;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.web.Visit;

/// Puts the rota into the words of a page.
final class RotaReading {
    /// A note older than this stands no more on the board.
    private static final Duration FRESH = Duration.ofHours(36);

    private static final int GAPS_LISTED = 5;

    private final RotaTools tools;
    private final Rota rota;

    RotaReading(RotaTools tools) {
        this.tools = tools;
        this.rota = tools.rota();
    }

    /// Everything known, and what people are called.
    private record Seen(Handle handle, Visit visit, Map<PersonId, String> names) {
        Instant now() {
            return visit.now();
        }
    }

    private Seen seen(Handle handle, Visit visit) {
        return new Seen(handle, visit, tools.names(handle, visit.words()));
    }

    /// The roles that have shifts or that a ladder names, in the order in which they were added.
    List<RotaView.OneRole> roles(Visit visit) {
        return tools.store()
                .read(handle -> {
                    var seen = seen(handle, visit);
                    return shown(handle).stream().map(role -> one(role, seen)).toList();
                });
    }

    List<Role> shown(Handle handle) {
        var shown = new HashSet<>(rota.rolesWithShifts(handle));
        shown.addAll(tools.relied().roles(handle));
        return tools.people().roles(handle).stream()
                .filter(role -> shown.contains(role.id()))
                .toList();
    }

    private RotaView.OneRole one(Role role, Seen seen) {
        var handle = seen.handle();
        var duties = rota.onDuty(handle, role.id(), seen.now());
        var onDuty =
                duties.stream()
                        .map(duty ->
                                new RotaView.Now(
                                        name(seen.names(), duty.person()),
                                        Spoken.when(duty.until(), seen.visit()),
                                        duty.tookOver()))
                        .toList();
        return new RotaView.OneRole(
                role.id().value(),
                role.label(),
                onDuty,
                rota.next(handle, role.id(), seen.now()).map(n -> next(n, seen)).orElse(""),
                !duties.isEmpty(),
                days(role, seen, Rota.AHEAD),
                notes(role, seen));
    }

    private static String next(Next next, Seen seen) {
        String from = Spoken.when(next.from(), seen.visit());
        var words = seen.visit().words();
        return next.people().isEmpty()
                ? words.say("rota.next.nobody", "from", from)
                : words.say("rota.next", Map.of("from", from, "who", who(next.people(), seen)));
    }

    private List<RotaView.Days> days(Role role, Seen seen, Duration ahead) {
        return days(
                rota.between(seen.handle(), role.id(), seen.now(), seen.now().plus(ahead)), seen);
    }

    private static List<RotaView.Days> days(List<Segment> segments, Seen seen) {
        if (segments.size() == 1 && segments.getFirst().duties().isEmpty()) {
            return List.of();
        }
        return segments.stream()
                .map(segment ->
                        new RotaView.Days(
                                segment.people().stream().map(p -> name(seen.names(), p)).toList(),
                                segment.time().from(),
                                segment.time().to(),
                                segment.tookOver(),
                                segment.time().covers(seen.now())))
                .toList();
    }

    private RotaView.Notes notes(Role role, Seen seen) {
        if (!seen.visit().present().may().contains(Capability.ANSWER)) {
            return new RotaView.Notes(Optional.empty(), List.of(), "");
        }
        var notes =
                tools.handovers().newest(seen.handle(), role.id(), Limits.HANDOVERS_LISTED).stream()
                        .map(note -> note(note, seen.names()))
                        .toList();
        var form = seen.visit().form();
        boolean here = form.text("role").filter(role.id().value()::equals).isPresent();
        return new RotaView.Notes(
                notes.stream().findFirst(),
                notes.stream().skip(1).toList(),
                here ? form.text("note").orElse("") : "");
    }

    private static RotaView.Note note(Handovers.Note note, Map<PersonId, String> names) {
        return new RotaView.Note(name(names, note.author()), note.at(), note.text());
    }

    /// The newest note of each role, where it is of today or last night.
    List<RotaView.RoleNote> freshNotes(Visit visit) {
        return tools.store()
                .read(handle -> {
                    var fresh = new ArrayList<RotaView.RoleNote>();
                    for (Role role : tools.people().roles(handle)) {
                        tools.handovers()
                                .newest(handle, role.id())
                                .filter(note -> note.at().plus(FRESH).isAfter(visit.now()))
                                .map(note -> note(note, tools.names(handle, visit.words())))
                                .map(note -> new RotaView.RoleNote(role.label(), note))
                                .ifPresent(fresh::add);
                    }
                    return fresh;
                });
    }

    /// When nobody is on duty in the next fourteen days, for each role that a ladder names.
    List<RotaView.Gaps> gaps(Visit visit) {
        return tools.store()
                .read(handle -> {
                    var relied = tools.relied().roles(handle);
                    return tools.people().roles(handle).stream()
                            .filter(role -> relied.contains(role.id()))
                            .map(role -> gaps(handle, role, visit))
                            .filter(gaps -> !gaps.times().isEmpty())
                            .toList();
                });
    }

    private RotaView.Gaps gaps(Handle handle, Role role, Visit visit) {
        Instant now = visit.now();
        var holes = rota.holesBetween(handle, role.id(), now, now.plus(Rota.AHEAD));
        return new RotaView.Gaps(
                role.label(),
                holes.stream()
                        .limit(GAPS_LISTED)
                        .map(hole -> Spoken.span(new Span(hole.from(), hole.to()), visit))
                        .toList(),
                Math.max(0, holes.size() - GAPS_LISTED));
    }

    /// The members whom no message of the desk would reach.
    List<String> unreachable() {
        return tools.store()
                .read(handle ->
                        tools.people().actingPeople(handle).stream()
                                .filter(person -> !tools.canBeRung(handle, person.id()))
                                .map(Person::name)
                                .toList());
    }

    /// How many swaps wait for an answer of whoever looks.
    int asked(Visit visit) {
        return tools.store().read(handle -> asked(handle, visit));
    }

    private int asked(Handle handle, Visit visit) {
        var me = visit.present().person();
        return (int)
                tools.swaps().open(handle, me, visit.now()).stream()
                        .filter(swap -> swap.other().equals(me))
                        .count();
    }

    /// For the top of every page: the first role that has shifts; empty when none has.
    Optional<RotaView.Top> top(Visit visit) {
        return tools.store()
                .read(handle -> {
                    var withShifts = rota.rolesWithShifts(handle);
                    return tools.people().roles(handle).stream()
                            .filter(role -> withShifts.contains(role.id()))
                            .findFirst()
                            .map(role -> top(role, seen(handle, visit)));
                });
    }

    private RotaView.Top top(Role role, Seen seen) {
        var duties = rota.onDuty(seen.handle(), role.id(), seen.now());
        String then =
                rota.next(seen.handle(), role.id(), seen.now())
                        .map(next -> then(next, seen))
                        .orElse("");
        boolean asked = asked(seen.handle(), seen.visit()) > 0;
        if (duties.isEmpty()) {
            return new RotaView.Top("", then, asked);
        }
        var until = duties.stream().map(Duty::until).min(Comparator.naturalOrder()).orElseThrow();
        var now = who(duties.stream().map(Duty::person).toList(), seen);
        String said =
                seen.visit()
                        .words()
                        .say(
                                "rota.top.now",
                                Map.of("who", now, "until", Spoken.when(until, seen.visit())));
        return new RotaView.Top(said, then, asked);
    }

    private static String then(Next next, Seen seen) {
        var words = seen.visit().words();
        return next.people().isEmpty()
                ? words.say("rota.top.then-nobody")
                : words.say("rota.top.then", "who", who(next.people(), seen));
    }

    private static String who(List<PersonId> people, Seen seen) {
        return RotaTools.list(
                seen.visit().words(), people.stream().map(p -> name(seen.names(), p)).toList());
    }

    /// What one sheet says about each role.
    List<SheetView.OfRole> onSheet(Visit visit, Duration ahead) {
        return tools.store()
                .read(handle -> {
                    var seen = seen(handle, visit);
                    return shown(handle).stream()
                            .map(role ->
                                    new SheetView.OfRole(
                                            role.label(),
                                            days(role, seen, ahead),
                                            notes(role, seen).newest()))
                            .toList();
                });
    }
}
