package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.casebook.envelope.OpeningRows.InAlarm;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Beside an alarm: which envelopes there are, who opened them, and the way to one's own.
final class AlarmBeside implements Places.Filler {
    private final Envelopes.Ground ground;
    private final Filling filling;
    private final Openings openings;

    AlarmBeside(Envelopes.Ground ground, Filling filling, Openings openings) {
        this.ground = ground;
        this.filling = filling;
        this.openings = openings;
    }

    @Override
    public String place() {
        return "alarm.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        return visit.caller().mayDo(Capability.ANSWER)
                ? AlarmId.at(visit.frame().here()).flatMap(alarm -> beside(visit, alarm))
                : Optional.empty();
    }

    private Optional<Places.Inside> beside(Visit visit, AlarmId alarm) {
        List<EnvelopeView.One> all =
                ground.store()
                        .read(handle ->
                                ground.watch().alarms().about(handle, alarm).stream()
                                        .map(who -> new InAlarm(alarm, who))
                                        .map(where ->
                                                one(new Telling(ground, visit, handle), where))
                                        .flatMap(Optional::stream)
                                        .toList());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Places.Inside(
                                "casebook/envelope/alarm_beside.jte",
                                new EnvelopeView.Beside(alarm.value(), all)));
    }

    private Optional<EnvelopeView.One> one(Telling telling, InAlarm where) {
        Handle handle = telling.handle();
        PersonId me = telling.visit().present().person();
        CodenameId who = where.codename();
        Standing standing = filling.standing(handle, who);
        if (standing instanceof Standing.None) {
            return Optional.empty();
        }
        boolean runs = ground.watch().alarms().isOpenAbout(handle, where.alarm(), who);
        return Optional.of(
                new EnvelopeView.One(
                        who.value(),
                        filling.name(handle, who),
                        telling.says(standing),
                        runs && standing.isHeldBy(me),
                        openings.of(handle, where).stream()
                                .map(one -> line(telling, one, runs, me))
                                .toList()));
    }

    private static EnvelopeView.Line line(Telling telling, Opening one, boolean runs, PersonId me) {
        String key =
                one.open().isPresent()
                        ? one.agreed().isPresent()
                                ? "envelope.line.opened-agreed"
                                : "envelope.line.opened"
                        : one.agreed().isPresent() ? "envelope.line.agreed" : "envelope.line.asks";
        boolean mayAgree =
                runs && one.open().isEmpty() && one.agreed().isEmpty() && !one.by().equals(me);
        Instant at = one.open().map(Opening.Open::at).orElse(one.askedAt());
        return new EnvelopeView.Line(
                at,
                telling.says(Sentence.of(key, "who", telling.name(one.by()))),
                one.reason(),
                mayAgree ? one.id() : 0);
    }
}
