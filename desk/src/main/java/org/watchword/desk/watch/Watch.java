package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outcome;
import org.watchword.desk.delivery.Outcomes;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// The watch: raises alarms, rings people until somebody answers, and keeps what was said. Every
/// command returns after its commit.
public final class Watch implements Outcomes, Notices, AutoCloseable {
    private final Store store;
    private final Delivery.Ground ground;
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final Raising raising;
    private final RoomReader reader;
    private final Ladders ladders;
    private final Alarms alarms;
    private final Closing closing;
    private final Proofs proofs;
    private final Timers timers;
    private final LookAround around;
    private final Troubles troubles;
    private final Answering answering;
    private final Links links;

    /// In what manner this desk watches.
    ///
    /// @param zone in which times are read and written
    /// @param spare the language of whoever speaks none of the desk's
    /// @param engine says what an event makes of an alarm
    public record Manner(
            WordBook book,
            ZoneId zone,
            Language spare,
            Policy policy,
            Stepping engine,
            Links links) {
        public Manner(WordBook book, ZoneId zone, Language spare, Policy policy, Links links) {
            this(book, zone, spare, policy, Stepping.ENGINE, links);
        }
    }

    /// What links in messages are made of.
    ///
    /// @param desk the staff desk's own address, without a slash at its end
    /// @param random must be one that nobody can foretell
    public record Links(Supplier<String> desk, RandomGenerator random) {}

    public Watch(Store store, Delivery.Ground ground, Delivery delivery, Team team, Manner manner) {
        this.store = store;
        this.links = manner.links();
        this.ground = ground;
        this.rows = AlarmTurns.Rows.of(ground);
        var keys = new AnswerKeys(ground.seal(), ground.hash(), manner.links().random());
        var answers = new AnswerWays(keys, delivery, manner);
        var wording =
                new Wording(delivery.templates(), manner.book(), manner.zone(), manner.spare());
        this.turns =
                new AlarmTurns(
                        rows,
                        team,
                        delivery.outbox(),
                        wording,
                        new AlarmTurns.Rules(ground.clock(), manner, this::arm, answers));
        this.raising = new Raising(rows, turns, manner.zone(), manner.spare().locale());
        this.troubles = new Troubles(store, raising, rows, turns);
        var back = new SaidBack(keys, turns, team, delivery.outbox(), SaidBack.Tongue.of(manner));
        var replies = new RepliesByCode(rows, keys, turns, back);
        var strangers = new StrangersCalls(team, delivery::kind, raising);
        this.answering = new Answering(store, rows, turns, keys, List.of(replies, strangers));
        this.reader = new RoomReader(rows, team, delivery.outbox(), manner.policy());
        this.alarms = new Alarms(rows, turns, raising);
        this.closing = new Closing(store, rows, turns);
        this.proofs = new Proofs(store, ground.clock(), rows.proofs(), rows.ladders());
        this.ladders = new Ladders(store, ground.clock(), team, rows, turns);
        this.around = new LookAround(ground.clock(), this::teamMayHaveChanged);
        around.add(troubles::ringWhatIsOwed);
        around.add(new ClockWatch(ground.clock(), new ClockFindings(this))::look);
        this.timers = new Timers(ground.clock(), this::fire, around::look, ground.pace());
    }

    /// Takes up every open alarm where it stands, and begins. What is overdue fires at once.
    public void start() {
        timers.knowing(store.read(rows.alarms()::lastTouched));
        armAll();
        timers.start();
        store.onLost(this::armAll);
    }

    private void armAll() {
        Instant now = ground.clock().instant();
        for (Alarm alarm : store.read(rows.alarms()::open)) {
            Instant touched = alarm.clockwork().touchedAt();
            Instant from = touched.isAfter(now) ? touched : now;
            alarm.clockwork()
                    .timer()
                    .ifPresent(timer ->
                            timers.arm(alarm.id(), timer, Duration.between(from, timer.at())));
        }
    }

    @Override
    public void close() {
        timers.close();
    }

    /// Ladders and code-names.
    public Ladders ladders() {
        return ladders;
    }

    /// Alarms that nobody presses a button for.
    public Alarms alarms() {
        return alarms;
    }

    /// Proof-of-life questions.
    public Proofs proofs() {
        return proofs;
    }

    /// When the next timer fires; empty when no alarm is open.
    public Optional<Instant> nextDue() {
        return timers.nextDue();
    }

    /// Whether nothing is due and no turn of a timer is under way.
    public boolean isIdle() {
        return timers.isIdle();
    }

    private void arm(AlarmId alarm, Effect.Arm timer) {
        timers.arm(
                alarm,
                new Alarm.Timer(timer.kind(), timer.generation(), timer.at()),
                timer.lasts());
    }

    private CompletableFuture<?> fire(AlarmId alarm, Alarm.Timer timer) {
        var work =
                store.writer()
                        .submit(Lane.FIRST, turn -> turns.apply(turn, alarm, Engine.due(timer)));
        Troubles.watched(work);
        return work;
    }

    /// Has something looked at about once a second as well, by the thread that fires timers: a
    /// read, and work handed to the writer.
    public void alsoLook(Runnable look) {
        around.add(look);
    }

    /// Lets running alarms follow a change of people, shifts or addresses.
    public void teamMayHaveChanged() {
        var event = new Event.MembersChanged();
        List<AlarmId> concerned =
                store.read(handle ->
                        rows.alarms().open(handle).stream()
                                .filter(a -> turns.wouldChange(handle, a, event))
                                .map(Alarm::id)
                                .toList());
        concerned.forEach(id ->
                Troubles.watched(
                        store.writer().submit(Lane.FIRST, t -> turns.apply(t, id, event))));
    }

    /// Every open alarm's deadlines come nearer by what the wall clock was set back.
    void clockSetBack(Duration by, Instant to) {
        for (AlarmId id : store.read(rows.alarms()::openIds)) {
            var event = new Event.ClockSetBack(by, to);
            Troubles.watched(
                    store.writer().submit(Lane.FIRST, turn -> turns.apply(turn, id, event)));
        }
    }

    @Override
    public void tell(Sentence what) {
        troubles.tell(what);
    }

    @Override
    public void ring(Sentence what) {
        ring(AlarmKind.DESK, what);
    }

    void ring(AlarmKind kind, Sentence what) {
        troubles.ring(kind, what);
    }

    /// A channel did not take a message: the person's next address is rung in the same turn.
    @Override
    public void settled(Turn turn, About about, Outcome outcome) {
        boolean refused =
                switch (outcome) {
                    case Outcome.TriedAgain again -> again.tries() == 1;
                    case Outcome.GivenUp _ -> true;
                    case Outcome.Sent _, Outcome.Delivered _ -> false;
                };
        if (!refused) {
            return;
        }
        MessageKey.read(about.key())
                .filter(key -> !key.over())
                .ifPresent(key ->
                        turns.apply(
                                turn,
                                key.alarm(),
                                new Event.Refused(key.person(), key.address(), key.generation())));
    }

    /// Raises an alarm at once; what was said can be added field by field. The same `formId` raises
    /// once, however often it is sent.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: say so loudly
    public RaiseReply raiseNow(String formId, PersonId by) {
        return logCall(formId, by, LoggedCall.empty());
    }

    /// Raises an alarm with what is known so far. A caller whom nobody could name joins the
    /// standing incident. A time that cannot be read keeps nobody waiting: it stays as it was
    /// typed.
    public RaiseReply logCall(String formId, PersonId by, LoggedCall call) {
        return store.writer().write(Lane.FIRST, turn -> raising.call(turn, formId, by, call));
    }

    /// Saves one field of a call; an empty text takes it out.
    public Reply.ToNote addToCall(
            AlarmId alarm, CallId call, CallField field, String text, PersonId by) {
        var heard = new Raising.Heard(alarm, call, field, CleanText.cleaned(text), by);
        return store.writer().write(Lane.FIRST, turn -> raising.add(turn, heard));
    }

    /// "I'm on it."
    public Reply.ToAnswer acknowledge(AlarmId alarm, PersonId person) {
        return answer(alarm, new Event.Acknowledged(person));
    }

    /// "Still on it."
    public Reply.ToAnswer stillOnIt(AlarmId alarm, PersonId person) {
        return answer(alarm, new Event.StillOnIt(person));
    }

    private Reply.ToAnswer answer(AlarmId alarm, Event event) {
        return step(alarm, event, Reply.ToAnswer.class, new Reply.NoSuchAlarm(), _ -> {});
    }

    /// A colleague's word, in a session, that this person's unproven answer is true: it becomes a
    /// full one. One's own is confirmed by "I'm on it".
    public Reply.ToConfirm confirm(AlarmId alarm, PersonId person, PersonId by) {
        return step(
                alarm,
                new Event.Confirmed(person, by),
                Reply.ToConfirm.class,
                new Reply.NoSuchAlarm(),
                _ -> {});
    }

    /// Who may understand what comes in over a channel, in the order they are asked.
    public List<Inbound.Handler> handlers() {
        return answering.handlers();
    }

    /// What links in messages are made of.
    Links links() {
        return links;
    }

    /// Links in messages, for the page that they lead to.
    Answering answering() {
        return answering;
    }

    public Reply.ToNote note(AlarmId alarm, PersonId person, String text) {
        String kept = CleanText.cleaned(text);
        return step(
                alarm,
                new Event.Noted(person),
                Reply.ToNote.class,
                new Reply.NoSuchAlarm(),
                done -> {
                    if (done.reply() instanceof Reply.Kept) {
                        var line = Entry.of(LogKind.NOTE, done.alarm().place()).about(person);
                        rows.log().insert(done.turn(), alarm, turns.now(), line, Optional.of(kept));
                    }
                });
    }

    /// Somebody has read what was added to a standing incident. Answers and notes count as that,
    /// too.
    public Reply.ToNote lookedAt(AlarmId alarm, PersonId person) {
        return step(
                alarm,
                new Event.Looked(person),
                Reply.ToNote.class,
                new Reply.NoSuchAlarm(),
                _ -> {});
    }

    public Reply.ToPassOn passOn(AlarmId alarm, PersonId from, PersonId to) {
        return step(
                alarm,
                new Event.PassedOn(from, to),
                Reply.ToPassOn.class,
                new Reply.NoSuchAlarm(),
                _ -> {});
    }

    /// Says that it is over. An alarm about a person needs two people who saw or spoke to that
    /// person, not over the way the alarm came by; any other needs one, whose `how` is {@link
    /// Seen#NOBODY}.
    public Reply.ToEnding sayEnding(AlarmId alarm, PersonId person, Seen how, String sentence) {
        return closing.say(new Closing.Word(alarm, person, how, List.of(), sentence, false));
    }

    Closing closing() {
        return closing;
    }

    /// What a command came to, while its turn is still open.
    private record Done(Turn turn, Alarm alarm, Reply reply) {}

    private <R extends Reply> R step(
            AlarmId alarm, Event event, Class<R> answers, R none, Consumer<Done> then) {
        return store.writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            Optional<Next> next = turns.apply(turn, alarm, event);
                            next.ifPresent(n -> then.accept(new Done(turn, n.alarm(), n.reply())));
                            return next.map(Next::reply).map(answers::cast).orElse(none);
                        });
    }

    /// Everything that is not over, the oldest first.
    public List<OpenAlarm> openAlarms() {
        return read(handle -> reader.all(handle, rows.alarms().open(handle), now()));
    }

    /// Everything an alarm's room shows, read in one go.
    public Optional<AlarmRoom> room(AlarmId alarm) {
        return read(handle -> reader.room(handle, alarm, now()));
    }

    /// The last ones that ended, the newest first.
    public List<OpenAlarm> recentlyClosed(int most) {
        return read(handle -> reader.all(handle, rows.alarms().closed(handle, most), now()));
    }

    /// What the desk told the officers, the newest first.
    public List<Told> told(int most) {
        return read(handle -> rows.log().told(handle, most));
    }

    private Instant now() {
        return ground.clock().instant();
    }

    private <T> T read(Function<Handle, T> reading) {
        return store.read(handle -> handle.inTransaction(reading::apply));
    }
}
