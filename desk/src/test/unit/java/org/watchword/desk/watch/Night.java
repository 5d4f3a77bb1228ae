package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.delivery.ChannelId;

/// One alarm and the people around it, for trying the engine by hand: nothing here waits, time is a
/// number.
final class Night {
    static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    static final PersonId WREN = new PersonId(1);
    static final PersonId FINCH = new PersonId(2);
    static final PersonId HERON = new PersonId(3);
    static final PersonId SWIFT = new PersonId(4);
    static final PersonId TERN = new PersonId(5);
    static final CodenameId ALDER = new CodenameId(11);
    static final CodenameId BIRCH = new CodenameId(12);
    static final ChannelId SMS = new ChannelId(1);
    static final ChannelId MAIL = new ChannelId(2);
    static final Policy POLICY =
            new Policy(
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(2));

    final List<Situation.Step> steps = new ArrayList<>();
    final Map<PersonId, List<Situation.Way>> ways = new LinkedHashMap<>();
    final Set<PersonId> members = new HashSet<>();
    Situation.Leads leads = Situation.Leads.NOBODY;
    Instant now = START;
    Alarm alarm;
    List<Effect> effects = List.of();
    Reply reply = new Reply.Kept();

    private Night(AlarmKind kind, Optional<PersonId> raiser, List<Signs.About> about) {
        this(kind, raiser, about, false);
    }

    private Night(
            AlarmKind kind, Optional<PersonId> raiser, List<Signs.About> about, boolean drill) {
        for (PersonId person : List.of(WREN, FINCH, HERON, SWIFT, TERN)) {
            members.add(person);
            ways.put(person, List.of(way(person, SMS), way(person, MAIL)));
        }
        alarm =
                Alarm.fresh(
                        new AlarmId(7),
                        new Alarm.Origin(
                                kind,
                                Optional.empty(),
                                new LadderId(1),
                                START,
                                START,
                                raiser,
                                drill),
                        about);
    }

    /// A call that Wren logs.
    static Night call() {
        return new Night(AlarmKind.CALL, Optional.of(WREN), List.of());
    }

    /// A drill of a call that Wren begins.
    static Night drill() {
        return new Night(AlarmKind.CALL, Optional.of(WREN), List.of(), true);
    }

    /// A call whose raiser plays no part.
    static Night alarm() {
        return new Night(AlarmKind.CALL, Optional.empty(), List.of());
    }

    static Night of(AlarmKind kind) {
        return new Night(
                kind,
                kind == AlarmKind.UNKNOWN_CALLERS ? Optional.of(WREN) : Optional.empty(),
                List.of());
    }

    /// An alarm about these code-names, raised by nobody.
    static Night about(AlarmKind kind, CodenameId... who) {
        return new Night(
                kind,
                Optional.empty(),
                Arrays.stream(who).map(one -> Signs.About.of(one, START)).toList());
    }

    /// These lead cases; the first is on duty.
    Night leads(PersonId... people) {
        leads = new Situation.Leads(Arrays.stream(people).limit(1).toList(), Arrays.asList(people));
        return this;
    }

    Night word(CodenameId who, Meaning meaning) {
        return then(new Event.Word(who, meaning, Optional.of(SMS)));
    }

    /// A step that waits two minutes and is content with one answer.
    Night step(PersonId... people) {
        steps.add(new Situation.Step(named(people), List.of(), Duration.ofMinutes(2), false));
        return this;
    }

    /// A step that waits two minutes and wants an answer of each.
    Night stepOfAll(PersonId... people) {
        steps.add(new Situation.Step(named(people), List.of(), Duration.ofMinutes(2), true));
        return this;
    }

    Night stepOver(ChannelId channel, PersonId... people) {
        steps.add(
                new Situation.Step(named(people), List.of(channel), Duration.ofMinutes(2), false));
        return this;
    }

    Night stepOfRole(boolean all, String role, boolean gap, PersonId... people) {
        steps.add(
                new Situation.Step(
                        List.of(role(role, gap, people)), List.of(), Duration.ofMinutes(2), all));
        return this;
    }

    static Situation.Target role(String role, boolean gap, PersonId... people) {
        return new Situation.Target(new Duty.OfRole(new RoleId(role)), Arrays.asList(people), gap);
    }

    static List<Situation.Target> named(PersonId... people) {
        return Arrays.stream(people)
                .map(p -> new Situation.Target(new Duty.OfPerson(p), List.of(p), false))
                .toList();
    }

    Night unreachable(PersonId... people) {
        for (PersonId person : people) {
            ways.remove(person);
        }
        return this;
    }

    static Situation.Way way(PersonId person, ChannelId channel) {
        return new Situation.Way(new AddressId(person.value() * 10 + channel.value()), channel);
    }

    Night raised() {
        return then(new Event.Raised());
    }

    Night then(Event event) {
        Next next = Engine.step(alarm, event, situation());
        alarm = next.alarm();
        effects = next.effects();
        reply = Objects.requireNonNull(next.reply(), "an event without a reply");
        return this;
    }

    Night acknowledges(PersonId person) {
        return then(new Event.Acknowledged(person));
    }

    Situation situation() {
        return new Situation(
                now, List.copyOf(steps), Map.copyOf(ways), Set.copyOf(members), leads, POLICY);
    }

    Night after(Duration time) {
        now = now.plus(time);
        return this;
    }

    boolean onIt(PersonId person) {
        return alarm.standing(person).flatMap(Standing::answer).isPresent();
    }

    Alarm.Timer timer() {
        return alarm.clockwork().timer().orElseThrow();
    }

    /// Lets time pass until the timer is due, and fires it.
    Night timerFires() {
        if (timer().at().isAfter(now)) {
            now = timer().at();
        }
        return then(Engine.due(timer()));
    }

    /// Everybody rung by the last event, each once, in order.
    List<PersonId> rung() {
        return rings().stream().map(Effect.Ring::person).distinct().toList();
    }

    List<Effect.Ring> rings() {
        return only(Effect.Ring.class);
    }

    <E extends Effect> List<E> only(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<PersonId> withdrawn() {
        return only(Effect.Withdraw.class).stream().map(Effect.Withdraw::person).toList();
    }

    List<LogKind> logged() {
        return only(Effect.Log.class).stream().map(log -> log.entry().kind()).toList();
    }
}
