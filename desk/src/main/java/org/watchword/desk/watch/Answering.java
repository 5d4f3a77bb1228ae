package org.watchword.desk.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AnswerKeys.Link;

/// Answering without a session: what a link shows and takes. Looking changes nothing, however often
/// and by whatever program; only the two digits from the message count.
final class Answering {
    private final Store store;
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final AnswerKeys keys;
    private final List<Inbound.Handler> handlers;

    Answering(
            Store store,
            AlarmTurns.Rows rows,
            AlarmTurns turns,
            AnswerKeys keys,
            List<Inbound.Handler> handlers) {
        this.store = store;
        this.rows = rows;
        this.turns = turns;
        this.keys = keys;
        this.handlers = List.copyOf(handlers);
    }

    List<Inbound.Handler> handlers() {
        return handlers;
    }

    /// Where a link stands.
    enum Stand {
        /// Not known here, or no link at all: the same from outside.
        UNKNOWN,
        /// It takes the digits.
        READY,
        /// What was typed is not two digits.
        NOT_DIGITS,
        /// These are not its digits.
        WRONG,
        /// Wrong ones were typed too often.
        DEAD,
        EXPIRED,
        /// The alarm is over.
        OVER,
        /// The answer is noted and nobody has confirmed it yet.
        NOTED,
        /// It stands, proven.
        ON_IT,
        /// Nobody confirmed it in time.
        RAN_OUT,
        /// Used, and its owner was rung again since.
        USED
    }

    /// What a link shows.
    ///
    /// @param language of the message it stood in
    /// @param at until when, or since when, where there is such an instant
    /// @param drill it answers a drill
    record Shown(Stand stand, Optional<Language> language, Optional<Instant> at, boolean drill) {
        static final Shown UNKNOWN =
                new Shown(Stand.UNKNOWN, Optional.empty(), Optional.empty(), false);

        Shown now(Stand another) {
            return new Shown(another, language, Optional.empty(), drill);
        }
    }

    /// How long whoever answers is not rung, unless somebody confirms it.
    Duration spared() {
        return turns.policy().unproven();
    }

    Shown look(String token) {
        return store.read(handle -> look(handle, token));
    }

    /// Takes the digits. One that is not ready is answered without troubling the writer.
    Shown answer(String token, String digits) {
        Shown before = look(token);
        if (before.stand() != Stand.READY) {
            return before;
        }
        String plain = OwnWords.withPlainDigits(digits.strip());
        if (!plain.matches("[0-9]{2}")) {
            return before.now(Stand.NOT_DIGITS);
        }
        return store.writer().write(Lane.FIRST, turn -> answer(turn, token, plain));
    }

    private Shown look(Handle handle, String token) {
        Optional<Link> link = keys.find(handle, token);
        Optional<Alarm> alarm = link.flatMap(one -> rows.alarms().load(handle, one.alarm()));
        return alarm.map(one -> shown(link.get(), one)).orElse(Shown.UNKNOWN);
    }

    private Shown answer(Turn turn, String token, String digits) {
        Shown before = look(turn.handle(), token);
        if (before.stand() != Stand.READY) {
            return before;
        }
        Link link = keys.find(turn.handle(), token).orElseThrow();
        if (!same(link.digits(), digits)) {
            keys.wrongDigits(turn.handle(), link);
            boolean dead = link.wrongDigits() + 1 >= Limits.WRONG_DIGITS;
            return before.now(dead ? Stand.DEAD : Stand.WRONG);
        }
        keys.used(turn.handle(), link, turns.now());
        turns.apply(
                turn, link.alarm(), new Event.AnsweredUnproven(link.person(), Standing.Way.LINK));
        return look(turn.handle(), token);
    }

    private static boolean same(String kept, String typed) {
        return !kept.isEmpty()
                && MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.US_ASCII),
                        typed.getBytes(StandardCharsets.US_ASCII));
    }

    private Shown shown(Link link, Alarm alarm) {
        boolean drill = alarm.origin().drill();
        Optional<Language> language = Optional.of(link.language());
        if (alarm.phase() instanceof Alarm.Closed(Instant at)) {
            return new Shown(Stand.OVER, language, Optional.of(at), drill);
        }
        var standing = alarm.standing(link.person()).orElse(Standing.NONE);
        if (standing.answer().isPresent()) {
            var at = standing.answer().map(Standing.Answer::at);
            return new Shown(Stand.ON_IT, language, at, drill);
        }
        if (standing.isUnproven()) {
            var until = standing.unproven().map(Standing.Unproven::until);
            return new Shown(Stand.NOTED, language, until, drill);
        }
        return new Shown(unanswered(link, standing), language, Optional.empty(), drill);
    }

    private Stand unanswered(Link link, Standing standing) {
        if (link.used()) {
            return standing.ranOutUnconfirmed() ? Stand.RAN_OUT : Stand.USED;
        }
        if (link.dead()) {
            return Stand.DEAD;
        }
        return turns.now().isBefore(link.expiresAt()) ? Stand.READY : Stand.EXPIRED;
    }
}
