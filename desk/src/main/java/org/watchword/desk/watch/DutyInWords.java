package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.rota.Next;
import org.watchword.desk.rota.Rota;

/// Who is on duty now and next, in words, for every role that has shifts.
final class DutyInWords {
    private final PageTools tools;
    private final Sayings say;
    private final Rota rota;

    DutyInWords(PageTools tools, Sayings say) {
        this.tools = tools;
        this.say = say;
        rota = new Rota(tools.people(), say.times().zone());
    }

    List<BoardView.OnDuty> roles() {
        return tools.store().read(this::read);
    }

    private List<BoardView.OnDuty> read(Handle handle) {
        Set<RoleId> withShifts = rota.rolesWithShifts(handle);
        return say.names().roles().stream()
                .filter(role -> withShifts.contains(role.id()))
                .map(role -> role(handle, role))
                .toList();
    }

    private BoardView.OnDuty role(Handle handle, Role role) {
        var now = rota.onDuty(handle, role.id(), say.now());
        Optional<Next> next = rota.next(handle, role.id(), say.now());
        String until =
                next.filter(_ -> !now.isEmpty())
                        .map(change ->
                                say.words()
                                        .say("watch.duty.until", "time", say.when(change.from())))
                        .orElse("");
        return new BoardView.OnDuty(
                role.label(),
                say.names().people(now.stream().map(duty -> duty.person()).toList()),
                until,
                next.map(this::then).orElse(""));
    }

    private String then(Next next) {
        return next.people().isEmpty()
                ? say.words().say("watch.duty.then-nobody")
                : say.words().say("watch.duty.then", "who", say.names().people(next.people()));
    }
}
