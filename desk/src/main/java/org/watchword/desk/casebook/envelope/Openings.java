package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.casebook.envelope.OpeningRows.InAlarm;
import org.watchword.desk.ledger.GlassCame;
import org.watchword.desk.ledger.GlassEntry;
import org.watchword.desk.ledger.GlassReason;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.slot.AccountKeys;

/// Opens envelopes in alarms: who may next, who asked, who agreed. What decides is looked at in the
/// turn in which it is kept.
final class Openings {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private final Envelopes.Ground ground;
    private final OpeningRows rows;
    private final Filling filling;

    Openings(Envelopes.Ground ground, Filling filling) {
        this.ground = ground;
        this.rows = new OpeningRows(ground.seal());
        this.filling = filling;
    }

    /// What came of opening one.
    sealed interface Came {
        /// To be shown, until then again.
        ///
        /// @param files what became of each that may lie in one
        record Shown(Envelope envelope, Map<Enclosed, Found> files, Instant filledAt, Instant until)
                implements Came {
            Found file(Enclosed which) {
                return files.getOrDefault(which, new Found.None());
            }
        }

        record Not(Against why) implements Came {}
    }

    List<Opening> of(Handle handle, InAlarm where) {
        return rows.of(handle, where);
    }

    private Instant now() {
        return Instant.ofEpochMilli(ground.clock().instant().toEpochMilli());
    }

    private boolean runs(Handle handle, InAlarm where) {
        return ground.watch().alarms().isOpenAbout(handle, where.alarm(), where.codename());
    }

    private Step step(Handle handle, InAlarm where, PersonId me) {
        return Step.of(rows.of(handle, where), me, now());
    }

    /// What somebody can do next; or why nothing.
    ///
    /// @param against present when there is nothing to be done
    record Next(Optional<Against> against, Step step) {}

    Next next(InAlarm where, PersonId me) {
        return ground.store().read(handle -> next(handle, where, me));
    }

    private Next next(Handle handle, InAlarm where, PersonId me) {
        return new Next(against(handle, where, me), step(handle, where, me));
    }

    private Optional<Against> against(Handle handle, InAlarm where, PersonId me) {
        Standing standing = filling.standing(handle, where.codename());
        if (standing instanceof Standing.None) {
            return Optional.of(Against.NO_ENVELOPE);
        }
        if (standing instanceof Standing.Unreadable) {
            return Optional.of(Against.SPOILT);
        }
        if (!standing.isHeldBy(me)) {
            return Optional.of(Against.NOT_HELD);
        }
        return runs(handle, where) ? Optional.empty() : Optional.of(Against.NO_ALARM);
    }

    /// Opens it for the first who gives a reason.
    Came first(InAlarm where, PersonId me, String reason, AccountKeys keys) {
        return opened(where, me, reason, keys);
    }

    /// Shows it again, or opens it for whom a second person agreed to: by the reason that he gave.
    Came again(InAlarm where, PersonId me, AccountKeys keys) {
        return switch (next(where, me).step()) {
            case Step.Again(Opening mine) -> opened(where, me, mine.reason(), keys);
            case Step.Agreed(Opening mine) -> opened(where, me, mine.reason(), keys);
            case Step.First _, Step.Ask _, Step.Waits _ -> new Came.Not(Against.CHANGED);
        };
    }

    private Came opened(InAlarm where, PersonId me, String reason, AccountKeys keys) {
        Standing standing =
                ground.store().read(handle -> filling.standing(handle, where.codename()));
        return switch (standing) {
            case Standing.None _ -> new Came.Not(Against.NO_ENVELOPE);
            case Standing.Unreadable _ -> new Came.Not(Against.SPOILT);
            case Standing.Filled filled ->
                    opened(filled, new Why(where, me, reason, filled.entry()), keys);
        };
    }

    /// What lies beside the envelope is taken up before it opens: in the turn in which that is kept
    /// it is still the envelope that counts.
    private Came opened(Standing.Filled filled, Why why, AccountKeys keys) {
        var lies = new EnumMap<Enclosed, Optional<Octets>>(Enclosed.class);
        for (Enclosed which : Enclosed.values()) {
            lies.put(which, filling.sealed(filled.entry(), which));
        }
        return switch (ground.ledger().glass().open(filled.entry(), keys, why)) {
            case GlassCame.Opened<Against>(Entry entry, _) ->
                    Envelope.in(entry)
                            .filter(one -> one.codename().equals(why.where.codename()))
                            .map(one -> shown(one, lies, filled.at(), why))
                            .orElseGet(() -> spoilt("it is no envelope of that code-name"));
            case GlassCame.NotAHolder<Against> _ -> new Came.Not(Against.NOT_HELD);
            case GlassCame.Shut<Against> _ -> new Came.Not(Against.NOT_HELD);
            case GlassCame.Refused<Against>(var not) -> {
                LOG.error("that an envelope was opened could not be kept: {}", not);
                yield new Came.Not(Against.NOT_KEPT);
            }
            case GlassCame.Unsaid<Against>(Against not) -> new Came.Not(not);
            case GlassCame.Spoilt<Against>(var flaw) -> spoilt(flaw.toString());
        };
    }

    private Came shown(
            Envelope envelope, Map<Enclosed, Optional<Octets>> lies, Instant filledAt, Why why) {
        var files = new EnumMap<Enclosed, Found>(Enclosed.class);
        lies.forEach((which, one) -> files.put(which, Found.of(which, envelope.file(which), one)));
        if (files.containsValue(new Found.Spoilt())) {
            LOG.error("a file beside an envelope does not open");
        }
        return new Came.Shown(envelope, files, filledAt, until(why.where, why.me));
    }

    private static Came spoilt(String why) {
        LOG.error("an envelope does not open: {}", why);
        return new Came.Not(Against.SPOILT);
    }

    private Instant until(InAlarm where, PersonId me) {
        return next(where, me).step() instanceof Step.Again(Opening mine)
                ? mine.open().map(Opening.Open::closes).orElseGet(this::now)
                : now();
    }

    /// Keeps who and why in the turn that lets the desk's half out.
    private final class Why implements GlassReason<Against> {
        private final InAlarm where;
        private final PersonId me;
        private final String words;
        private final GlassEntry entry;

        Why(InAlarm where, PersonId me, String words, GlassEntry entry) {
            this.where = where;
            this.me = me;
            this.words = words;
            this.entry = entry;
        }

        @Override
        public long occasion() {
            return where.alarm().value();
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public Optional<Against> kept(Turn turn, AccountNumber holder) {
            Handle handle = turn.handle();
            if (holder.number() != me.value()) {
                return Optional.of(Against.NOT_HELD);
            }
            if (!runs(handle, where)) {
                return Optional.of(Against.NO_ALARM);
            }
            boolean same =
                    filling.standing(handle, where.codename()) instanceof Standing.Filled now
                            && now.entry().equals(entry);
            return same ? step(turn) : Optional.of(Against.CHANGED);
        }

        private Optional<Against> step(Turn turn) {
            return switch (Openings.this.step(turn.handle(), where, me)) {
                case Step.First _ -> {
                    long id = rows.ask(turn, where, me, words, now());
                    yield opens(turn, id);
                }
                case Step.Agreed(Opening mine) -> opens(turn, mine.id());
                case Step.Again(Opening mine) -> {
                    OpeningRows.shownAgain(turn, mine.id());
                    yield Optional.empty();
                }
                case Step.Ask _, Step.Waits _ -> Optional.of(Against.SECOND_NEEDED);
            };
        }

        private Optional<Against> opens(Turn turn, long id) {
            OpeningRows.open(turn, id, now());
            ground.watch()
                    .alarms()
                    .tell(turn, told(turn.handle(), where, me, "envelope.told.opened"));
            return Optional.empty();
        }
    }

    private Sentence told(Handle handle, InAlarm where, PersonId who, String key) {
        String name = ground.people().name(handle, who).orElse("?");
        return new Sentence(
                key, Map.of("who", name, "codename", filling.name(handle, where.codename())));
    }

    /// Asks for a second person's word, where somebody opened it before.
    Optional<Against> ask(InAlarm where, PersonId me, String reason) {
        return ground.store().writer().write(Lane.FIRST, turn -> ask(turn, where, me, reason));
    }

    private Optional<Against> ask(Turn turn, InAlarm where, PersonId me, String reason) {
        Next next = next(turn.handle(), where, me);
        if (next.against().isPresent()) {
            return next.against();
        }
        if (!(next.step() instanceof Step.Ask)) {
            return Optional.of(Against.CHANGED);
        }
        if (rows.of(turn.handle(), where).size() >= CaseLimits.OPENINGS_PER_ALARM) {
            return Optional.of(Against.TOO_MANY);
        }
        long _ = rows.ask(turn, where, me, reason, now());
        ground.watch().alarms().tell(turn, told(turn.handle(), where, me, "envelope.told.asked"));
        return Optional.empty();
    }

    /// A second person's word for one who asked.
    Optional<Against> agree(InAlarm where, long opening, PersonId by) {
        return ground.store().writer().write(Lane.FIRST, turn -> agree(turn, where, opening, by));
    }

    private Optional<Against> agree(Turn turn, InAlarm where, long opening, PersonId by) {
        if (!runs(turn.handle(), where)) {
            return Optional.of(Against.NO_ALARM);
        }
        Optional<Opening> asked =
                rows.of(turn.handle(), where).stream()
                        .filter(one -> one.id() == opening)
                        .filter(one -> one.open().isEmpty() && one.agreed().isEmpty())
                        .findFirst();
        if (asked.isEmpty()) {
            return Optional.of(Against.NOTHING_ASKED);
        }
        if (asked.get().by().equals(by)) {
            return Optional.of(Against.OWN);
        }
        OpeningRows.agree(turn, opening, by, now());
        ground.watch().alarms().tell(turn, told(turn.handle(), where, by, "envelope.told.agreed"));
        return Optional.empty();
    }
}
