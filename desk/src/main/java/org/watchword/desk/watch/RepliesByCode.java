package org.watchword.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AnswerKeys.Holder;
import org.watchword.desk.watch.SaidBack.Came;
import org.watchword.desk.watch.SaidBack.Partner;
import org.watchword.desk.watch.SaidBack.Saying;

/// Understands a reply to a ring: from the address that was rung, with that alarm's six digits for
/// that person at the beginning. Where two share one number, the digits say who. A sender can be
/// forged, so that it is an unproven answer at most; whatever does not count is left to be seen as
/// "Not recognised".
final class RepliesByCode implements Inbound.Handler {
    private final AlarmTurns.Rows rows;
    private final AnswerKeys keys;
    private final AlarmTurns turns;
    private final SaidBack back;

    RepliesByCode(AlarmTurns.Rows rows, AnswerKeys keys, AlarmTurns turns, SaidBack back) {
        this.rows = rows;
        this.keys = keys;
        this.turns = turns;
        this.back = back;
    }

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        if (people.isEmpty() || word.sender().isEmpty()) {
            return false;
        }
        Optional<String> code = OwnWords.code(word.text());
        if (code.isEmpty()) {
            return false;
        }
        var came = new Came(channel, word.sender().get());
        List<Holder> holders = keys.holders(turn.handle(), code.get());
        for (Holder holder : holders) {
            Optional<Partner> partner = partner(turn.handle(), holder, came);
            if (people.contains(holder.person()) && partner.isPresent()) {
                return answered(turn, partner.get(), OwnWords.besides(word.text(), code.get()));
            }
        }
        wrong(turn, people, came, holders.isEmpty() ? "wrong" : "foreign");
        return false;
    }

    /// Only the address that was rung for that alarm counts.
    private Optional<Partner> partner(Handle handle, Holder holder, Came came) {
        return back.address(handle, holder.person(), came)
                .filter(address ->
                        rows.log().wasRung(handle, holder.alarm(), holder.person(), address.id()))
                .map(address -> new Partner(holder, address));
    }

    private boolean answered(Turn turn, Partner partner, String besides) {
        Holder holder = partner.holder();
        Optional<Alarm> found = rows.alarms().load(turn.handle(), holder.alarm());
        if (found.isEmpty()) {
            return false;
        }
        Alarm alarm = found.get();
        if (alarm.phase() instanceof Alarm.Closed(Instant at)) {
            back.say(turn, partner, once("over", Optional.of(at)), alarm);
            return besides.isEmpty();
        }
        if (holder.dead()) {
            tooOften(turn, partner, alarm);
            return besides.isEmpty();
        }
        var event = new Event.AnsweredUnproven(holder.person(), Standing.Way.REPLY);
        Next next = turns.apply(turn, alarm, event);
        boolean heard = sayWhatItCameTo(turn, partner, next);
        return heard && keep(turn, next.alarm(), holder.person(), besides);
    }

    /// What was written beside the code, a claim like the code itself. There is an end to it: false
    /// for what is left to be seen where everything is that the desk does not recognise.
    private boolean keep(Turn turn, Alarm alarm, PersonId person, String besides) {
        boolean full =
                rows.log().count(turn.handle(), alarm.id(), LogKind.WROTE_UNPROVEN)
                        >= Limits.WORDS_WITH_ANSWERS;
        if (besides.isEmpty() || full) {
            return besides.isEmpty();
        }
        Entry line = Entry.of(LogKind.WROTE_UNPROVEN, alarm.place()).about(person);
        rows.log().insert(turn, alarm.id(), turns.now(), line, Optional.of(besides));
        return true;
    }

    private boolean sayWhatItCameTo(Turn turn, Partner partner, Next next) {
        Alarm alarm = next.alarm();
        Optional<Saying> saying =
                switch (next.reply()) {
                    case Reply.Unproven(Instant until) ->
                            Optional.of(perRing("noted", partner, alarm, Optional.of(until)));
                    case Reply.SaidAlready(Instant until) ->
                            Optional.of(perRing("repeated", partner, alarm, Optional.of(until)));
                    case Reply.NotTakenAgain _ ->
                            Optional.of(perRing("ran-out", partner, alarm, Optional.empty()));
                    case Reply.OnItAlready _ -> Optional.of(once("yours", Optional.empty()));
                    default -> Optional.empty();
                };
        saying.ifPresent(one -> back.say(turn, partner, one, alarm));
        return saying.isPresent();
    }

    private static Saying once(String word, Optional<Instant> instant) {
        return new Saying(word, word, instant);
    }

    /// Once for every ring: the desk decides how often there is one.
    private static Saying perRing(String word, Partner to, Alarm alarm, Optional<Instant> instant) {
        long ring =
                alarm.standing(to.holder().person())
                        .flatMap(Standing::rung)
                        .map(Standing.Rung::generation)
                        .orElse(0L);
        return new Saying(word, word + "-" + ring, instant);
    }

    /// A code that is none of theirs: one try less for every open alarm for which this address was
    /// rung. Only the first of those who share the address is written to.
    private void wrong(Turn turn, List<PersonId> people, Came came, String what) {
        var told = new ArrayList<Address>();
        for (PersonId person : people) {
            for (Holder holder : keys.openOf(turn.handle(), person)) {
                Optional<Partner> partner = partner(turn.handle(), holder, came);
                partner.ifPresent(to -> wrong(turn, to, told.isEmpty() ? what : ""));
                partner.ifPresent(to -> told.add(to.address()));
            }
        }
    }

    private void wrong(Turn turn, Partner partner, String what) {
        Holder holder = partner.holder();
        Alarm alarm = rows.alarms().load(turn.handle(), holder.alarm()).orElseThrow();
        if (!holder.dead()) {
            keys.wrongCode(turn.handle(), holder);
            var line = Entry.of(LogKind.WRONG_CODE, alarm.place()).about(holder.person());
            rows.log().insert(turn, alarm.id(), turns.now(), line);
        }
        boolean last = holder.wrongCodes() + 1 >= Limits.WRONG_CODES;
        if (last) {
            tooOften(turn, partner, alarm);
        } else if (!what.isEmpty()) {
            back.say(turn, partner, once(what, Optional.empty()), alarm);
        }
    }

    private void tooOften(Turn turn, Partner partner, Alarm alarm) {
        back.say(turn, partner, once("too-often", Optional.empty()), alarm);
    }
}
