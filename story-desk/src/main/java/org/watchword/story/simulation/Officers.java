package org.watchword.story.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.LinksInMessages;
import org.watchword.desk.watch.Reply;
import org.watchword.desk.watch.Seen;

/// The people of the team: what they make of a message, by the seed. Most answer late, some in the
/// wrong way, some never; when an alarm has gone on for long, they take care of it.
final class Officers {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final int RINGS_BORNE = 14;
    private static final Pattern CODE = Pattern.compile("reply with (\\d{6})");
    private static final Pattern LINK = Pattern.compile("/a/(\\S+) and type (\\d{2})");

    private final World world;

    Officers(World world) {
        this.world = world;
    }

    /// Somebody reads a message on a telephone.
    void read(Attempt message) {
        Optional<RingKey> key = RingKey.read(message.key());
        if (key.isEmpty() || key.get().over()) {
            return;
        }
        RingKey ring = key.get();
        AlarmSeen alarm = world.oracle.alarm(ring.alarm());
        alarm.rings++;
        boolean eager = alarm.rings > RINGS_BORNE || world.isFair();
        var random = world.chance.of("reads", message.key(), message.nth());
        long delay = eager ? 5 + random.nextLong(55) : 5 + random.nextLong(240);
        int dice = random.nextInt(100);
        Runnable answer = answer(message, ring, eager ? dice / 3 : dice);
        world.agenda.in(delay * SECOND, world.outside, answer);
    }

    private Runnable answer(Attempt message, RingKey ring, int dice) {
        if (dice < 34) {
            return () -> acknowledge(ring.alarm(), ring.person());
        }
        if (dice < 42) {
            return () -> openTheLink(message, ring);
        }
        if (dice < 50) {
            return () -> reply(message, ring, "");
        }
        if (dice < 53) {
            return () -> reply(message, ring, "wrong");
        }
        if (dice < 56) {
            return () -> acknowledgeAnother(ring);
        }
        return () -> {};
    }

    private void acknowledgeAnother(RingKey ring) {
        world.oracle.alarms().stream()
                .filter(other -> other.open() && other.id != ring.alarm())
                .findFirst()
                .ifPresent(other -> acknowledge(other.id, ring.person()));
    }

    private void acknowledge(long alarm, long person) {
        var reply =
                world.ask(rooms ->
                        rooms.watch().acknowledge(new AlarmId(alarm), new PersonId(person)));
        world.note("person " + person + " is on alarm " + alarm + ": " + said(reply));
        if (reply.isPresent() && reply.get() instanceof Reply.OnIt(boolean held)) {
            onIt(alarm, person, held);
        } else if (reply.isPresent()) {
            unexpected(alarm, reply.get());
        } else {
            world.oracle.doubtful(one -> one.id == alarm);
        }
    }

    private void onIt(long alarm, long person, boolean held) {
        world.oracle.onIt(alarm, person, held, onTheLadderForAll(alarm));
        world.oracle.heldWith(alarm, newest(alarm));
        var random = world.chance.of("then", alarm, person, world.clock.millis());
        AlarmSeen seen = world.oracle.alarm(alarm);
        int dice = seen.rings > RINGS_BORNE || world.isFair() ? 0 : random.nextInt(100);
        if (dice < 45) {
            later(random, 3, 40, () -> end(alarm, person));
        } else if (dice < 62) {
            later(random, 20, 29, () -> acknowledge(alarm, person));
        } else if (dice < 72) {
            later(random, 2, 20, () -> passOn(alarm, person, 1 + random.nextLong(5)));
        }
    }

    /// The code-names of odd numbers, and alarms about nobody named, climb the ladder on which an
    /// officer and the lawyer must answer.
    private boolean onTheLadderForAll(long alarm) {
        AlarmSeen seen = world.oracle.alarm(alarm);
        return seen.shown
                && seen.about.size() <= 1
                && seen.about.stream().allMatch(c -> c % 2 == 1);
    }

    /// The number on the newest ring, as it stands in the log of the alarm.
    private long newest(long alarm) {
        return world.ask(rooms ->
                        rooms.store()
                                .read(handle ->
                                        handle.createQuery(
                                                        "SELECT coalesce(max(generation), 0)"
                                                                + " FROM alarm_ring"
                                                                + " WHERE alarm_id = :alarm")
                                                .bind("alarm", alarm)
                                                .mapTo(Long.class)
                                                .one()))
                .orElse(Long.MAX_VALUE);
    }

    private void later(SplittableRandom random, int from, int to, Runnable what) {
        world.agenda.in((from + random.nextLong(to - from)) * MINUTE, world.outside, what);
    }

    private void passOn(long alarm, long from, long to) {
        world.oracle.alarm(alarm).passedOn = true;
        var reply =
                world.ask(rooms ->
                        rooms.watch()
                                .passOn(new AlarmId(alarm), new PersonId(from), new PersonId(to)));
        world.note("person " + from + " passes alarm " + alarm + " on: " + said(reply));
        world.oracle.doubtful(one -> one.id == alarm);
    }

    private void end(long alarm, long person) {
        AlarmSeen seen = world.oracle.alarm(alarm);
        Seen how = seen.deskTrouble ? Seen.NOBODY : Seen.FACE_TO_FACE;
        seen.endSaid = true;
        var reply =
                world.ask(rooms ->
                        rooms.watch()
                                .sayEnding(new AlarmId(alarm), new PersonId(person), how, "Well."));
        world.note("person " + person + " ends alarm " + alarm + ": " + said(reply));
        var random = world.chance.of("end", alarm, person, world.clock.millis());
        if (reply.isEmpty()) {
            later(random, 1, 3, () -> end(alarm, person));
            return;
        }
        switch (reply.get()) {
            case Reply.Ended _, Reply.AlreadyClosed _ -> world.oracle.endSaid(alarm, true);
            case Reply.SecondPersonNeeded _ -> {
                seen.endSaid = false;
                seen.renew(person, world.clock.millis());
                long another = another(random, person);
                later(random, 1, 8, () -> end(alarm, another));
            }
            case Reply.SayHow _ -> later(random, 1, 3, () -> end(alarm, person));
            case Reply.LeadFirst _ -> {
                seen.endSaid = false;
                later(random, 1, 8, () -> end(alarm, Foundation.LEAD));
            }
            case Reply.SaidBefore _ -> {
                seen.endSaid = false;
                long another = another(random, person);
                later(random, 1, 8, () -> end(alarm, another));
            }
            case Reply.SameWay _, Reply.ProvedNothing _, Reply.NotAsked _, Reply.NoSuchAlarm _ ->
                    unexpected(alarm, reply.get());
        }
    }

    private static long another(SplittableRandom random, long person) {
        List<Long> others = Foundation.EVERYBODY.stream().filter(p -> p != person).toList();
        return Chance.oneOf(others, random);
    }

    private void unexpected(long alarm, Reply reply) {
        AlarmSeen seen = world.oracle.alarm(alarm);
        boolean over = reply instanceof Reply.AlreadyClosed;
        if (over && seen.open()) {
            world.oracle.violated(
                    "only-people-end-alarms",
                    "alarm " + alarm + " is said to be over, and nobody has ended it");
        } else if (over) {
            world.oracle.endSaid(alarm, true);
        } else if (reply instanceof Reply.NoSuchAlarm && !seen.lost) {
            world.oracle.violated(
                    "what-was-accepted-is-kept", "alarm " + alarm + " is not known any more");
        }
    }

    private void openTheLink(Attempt message, RingKey ring) {
        Matcher link = LINK.matcher(message.message().text());
        if (!link.find()) {
            return;
        }
        world.oracle.unproven(ring.alarm(), ring.person());
        var noted =
                world.ask(rooms ->
                        LinksInMessages.answered(rooms.watch(), link.group(1), link.group(2)));
        world.note("person " + ring.person() + " opens the link of " + ring.alarm() + ": " + noted);
    }

    private void reply(Attempt message, RingKey ring, String instead) {
        Matcher code = CODE.matcher(message.message().text());
        if (!code.find()) {
            return;
        }
        if (instead.isEmpty()) {
            world.oracle.unproven(ring.alarm(), ring.person());
        }
        String said = instead.isEmpty() ? code.group(1) : "123456";
        world.note("person " + ring.person() + " replies to " + ring.alarm() + " " + instead);
        write(message.channel(), Foundation.address(ring.person()), message.key(), said);
    }

    /// A message to the desk, as often as it takes: its gateway keeps it until it has its OK.
    void write(long channel, String sender, String id, String text) {
        var word =
                new Inbound.Word(
                        Optional.of(id),
                        Optional.of(sender),
                        Optional.empty(),
                        text,
                        world.clock.wall());
        boolean kept =
                world.ask(
                                rooms -> {
                                    rooms.delivery().inbound().keep(new ChannelId(channel), word);
                                    return true;
                                })
                        .isPresent();
        if (!kept) {
            world.agenda.in(30 * SECOND, world.outside, () -> write(channel, sender, id, text));
        }
    }

    static String said(Optional<?> reply) {
        return reply.map(one -> one.getClass().getSimpleName()).orElse("no answer");
    }
}
