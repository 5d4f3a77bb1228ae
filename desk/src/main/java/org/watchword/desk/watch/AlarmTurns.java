package org.watchword.desk.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.NewMessage;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.delivery.Urgency;
import org.watchword.desk.store.Turn;

/// One turn of one alarm: load, let the engine say what follows, keep it, and do it. Everything
/// happens in the caller's transaction; the timer is armed and couriers are woken only after its
/// commit.
final class AlarmTurns {
    private final Rows rows;
    private final Team team;
    private final Outbox outbox;
    private final Wording wording;
    private final Rules rules;

    AlarmTurns(Rows rows, Team team, Outbox outbox, Wording wording, Rules rules) {
        this.rows = rows;
        this.team = team;
        this.outbox = outbox;
        this.wording = wording;
        this.rules = rules;
    }

    /// All tables of the watch.
    record Rows(
            AlarmRows alarms, CallRows calls, LogRows log, LadderRows ladders, ProofRows proofs) {
        static Rows of(Delivery.Ground ground) {
            return new Rows(
                    new AlarmRows(),
                    new CallRows(ground.seal()),
                    new LogRows(ground.seal()),
                    new LadderRows(ground.seal(), ground.hash()),
                    new ProofRows(ground.seal(), ground.hash()));
        }

        Naming naming() {
            return new Naming(ladders, calls, log);
        }
    }

    /// What the engine is told besides.
    record Rules(InstantSource clock, Watch.Manner manner, Arming arming, AnswerWays answers) {}

    /// Where a new timer goes after the commit.
    @FunctionalInterface
    interface Arming {
        void arm(AlarmId alarm, Effect.Arm timer);
    }

    Instant now() {
        return rules.clock().instant();
    }

    /// What this team has set.
    Policy policy() {
        return rules.manner().policy();
    }

    /// What the engine made of it; empty when there is no such alarm.
    Optional<Next> apply(Turn turn, AlarmId id, Event event) {
        return rows.alarms().load(turn.handle(), id).map(alarm -> apply(turn, alarm, event));
    }

    Next apply(Turn turn, Alarm alarm, Event event) {
        var world = new World(team, turn.handle(), now());
        Next next =
                rules.manner()
                        .engine()
                        .step(alarm, event, situation(world, turn.handle(), alarm, event));
        if (!next.alarm().equals(alarm)) {
            rows.alarms().save(turn.handle(), alarm, next.alarm());
        }
        var scene = new Scene(turn, next.alarm(), world);
        next.effects().forEach(effect -> run(scene, effect));
        return next;
    }

    /// What an effect is run in.
    private record Scene(Turn turn, Alarm alarm, World world) {}

    /// Whether an event would do anything, without doing it.
    boolean wouldChange(Handle handle, Alarm alarm, Event event) {
        var world = new World(team, handle, now());
        var situation = situation(world, handle, alarm, event);
        return !rules.manner().engine().step(alarm, event, situation).effects().isEmpty();
    }

    private Situation situation(World world, Handle handle, Alarm alarm, Event event) {
        LadderId ladder =
                event instanceof Event.LadderChanged changed
                        ? changed.ladder()
                        : alarm.origin().ladder();
        Set<PersonId> besides = new HashSet<>(alarm.people().keySet());
        if (event instanceof Event.PassedOn pass) {
            besides.add(pass.to());
        }
        if (event instanceof Event.Refused refused) {
            besides.add(refused.person());
        }
        boolean leadsMatter = alarm.signs().lead().isPresent() || mayNeedLead(alarm, event);
        return world.situation(
                rows.ladders().steps(handle, ladder),
                besides,
                leadsMatter,
                rules.manner().policy());
    }

    private static boolean mayNeedLead(Alarm alarm, Event event) {
        return event instanceof Event.Word || alarm.origin().kind() == AlarmKind.DURESS;
    }

    private void run(Scene scene, Effect effect) {
        Turn turn = scene.turn();
        AlarmId id = scene.alarm().id();
        switch (effect) {
            case Effect.Ring ring -> ring(scene, ring);
            case Effect.Tell tell -> tell(scene, tell);
            case Effect.Withdraw(PersonId person) ->
                    outbox.withdraw(turn, MessageKey.concerning(id), person);
            case Effect.Arm timer -> turn.afterCommit(() -> rules.arming().arm(id, timer));
            case Effect.Log(Entry entry) -> rows.log().insert(turn, id, now(scene), entry);
        }
    }

    private static Instant now(Scene scene) {
        return scene.world().now();
    }

    private void ring(Scene scene, Effect.Ring ring) {
        AlarmId id = scene.alarm().id();
        rows.log().insertRing(scene.turn().handle(), id, ring, now(scene));
        long generation = ring.ring().generation();
        var key = MessageKey.ofRing(id, generation, ring.person(), ring.way().address());
        var kind = Wording.kindOf(scene.alarm(), ring.tune());
        boolean repeats = ring.again() && ring.ring().round() > 1;
        post(
                scene,
                key,
                ring.way(),
                new Tone(kind, ring.again(), repeats ? Urgency.AGAIN : Urgency.FIRST));
    }

    private void tell(Scene scene, Effect.Tell tell) {
        AlarmId id = scene.alarm().id();
        var key = MessageKey.ofEnd(id, tell.generation(), tell.person(), tell.way().address());
        post(scene, key, tell.way(), new Tone(MessageKind.ENDED, false, Urgency.OTHER));
    }

    private AnswerWays.Offered offered(
            Scene scene, MessageKind kind, Address to, Language language) {
        return kind == MessageKind.ENDED
                ? rules.answers().none(scene.turn(), to)
                : rules.answers().offer(scene.turn(), scene.alarm().id(), to, language, now(scene));
    }

    private Tidings tidings(Scene scene, PersonId to) {
        Signs signs = scene.alarm().signs();
        boolean doNotCall = signs.lead().filter(Signs.Lead::doNotCall).isPresent();
        List<Who.Named> late =
                signs.lead().isPresent()
                        ? List.of()
                        : rows.naming().late(scene.turn().handle(), scene.alarm());
        return new Tidings(
                scene.alarm().origin().drill(),
                doNotCall,
                doNotCall && scene.world().leads().all().contains(to),
                late,
                signs.about().size() > 1,
                signs.somethingCame());
    }

    private record Tone(MessageKind kind, boolean again, Urgency urgency) {}

    private void post(Scene scene, MessageKey key, Situation.Way way, Tone tone) {
        Optional<Address> address = scene.world().address(way);
        if (address.isEmpty()) {
            return;
        }
        Address to = address.get();
        Handle handle = scene.turn().handle();
        Alarm alarm = scene.alarm();
        Language language = wording.spoken(scene.world().language(to.person()));
        var matter =
                new Wording.Matter(
                        tone.kind(),
                        rows.naming().who(handle, alarm),
                        alarm.origin().since(),
                        tone.again(),
                        offered(scene, tone.kind(), to, language),
                        tidings(scene, to.person()));
        outbox.post(
                scene.turn(),
                new NewMessage(
                        key.written(),
                        MessageKey.concerning(alarm.id()),
                        to.person(),
                        to,
                        language,
                        wording.write(handle, language, matter, now(scene)),
                        tone.urgency()));
    }
}
