package org.watchword.story.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.watch.word.Card;

/// The people who must be heard: what they say, over which way, and what they are told.
final class Hidden {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60_000;

    private final World world;
    private final Map<Long, Integer> used = new HashMap<>();

    Hidden(World world) {
        this.world = world;
    }

    /// What a word is to its sayer.
    enum Meant {
        OK,
        HELP,
        DURESS,
        NOTHING
    }

    /// A word on its way.
    ///
    /// @param channel 0 for the quiet door
    /// @param id what its gateway calls it
    private record Said(long who, long channel, String id, String text, Meant meant, long from) {}

    private Card card(long who) {
        return Objects.requireNonNull(Foundation.founded().cards().get(who));
    }

    void atTheDoor(long who, Meant meant) {
        Card card = card(who);
        String word =
                switch (meant) {
                    case OK -> card.ok();
                    case HELP -> card.help();
                    case DURESS -> card.duress();
                    case NOTHING -> "mistypd wrod";
                };
        say(new Said(who, 0, "", word, meant, world.clock.millis()));
    }

    /// Over a gateway; at the door once every word of the list is used up: each is good once.
    void send(long who, Meant meant) {
        if (meant == Meant.OK && used.getOrDefault(who, 0) >= card(who).listed().size()) {
            atTheDoor(who, meant);
            return;
        }
        long channel = world.clock.millis() % 2 == 0 ? Foundation.SMS : Foundation.MAIL;
        say(
                new Said(
                        who,
                        channel,
                        "w" + world.clock.millis(),
                        word(who, meant),
                        meant,
                        world.clock.millis()));
    }

    private String word(long who, Meant meant) {
        Card card = card(who);
        return switch (meant) {
            case OK -> {
                int next = used.merge(who, 1, Integer::sum) - 1;
                yield card.listed().get(next % card.listed().size());
            }
            case HELP -> card.help();
            case DURESS -> card.duress();
            case NOTHING -> "mistypd wrod";
        };
    }

    void twice(long who) {
        send(who, Meant.OK);
        String again =
                card(who).listed().get((used.getOrDefault(who, 1) - 1) % card(who).listed().size());
        say(
                new Said(
                        who,
                        Foundation.SMS,
                        "again" + world.clock.millis(),
                        again,
                        Meant.NOTHING,
                        world.clock.millis()));
    }

    /// As often as it takes: until then nobody was told that it came.
    private void say(Said said) {
        boolean told = world.ask(rooms -> told(rooms, said)).isPresent();
        world.note("code-name " + said.who() + " says " + said.meant() + (told ? "" : ", untold"));
        if (!told && world.clock.millis() - said.from() < 30 * MINUTE) {
            world.agenda.in(20 * SECOND, world.outside, () -> say(said));
            return;
        }
        boolean counts = said.meant() == Meant.OK;
        if (said.meant() != Meant.NOTHING) {
            var known = told ? OptionalLong.of(receivedBy(said)) : OptionalLong.empty();
            world.silences.said(said.who(), said.from(), known, counts);
        }
        if (told) {
            follow(said);
        } else {
            world.oracle.doubtful(alarm -> isAbout(alarm, said.who()));
        }
    }

    /// At the door the answer says that the word is kept. A gateway is only told that its message
    /// was stored; the word is received when the answer to it is written, as soon as a turn is
    /// kept.
    private long receivedBy(Said said) {
        return world.clock.millis() + (said.channel() == 0 ? 0 : MINUTE);
    }

    private boolean told(org.watchword.desk.Desk.Rooms rooms, Said said) {
        if (said.channel() == 0) {
            rooms.words().door().take(card(said.who()).sign(), said.text());
        } else {
            var word =
                    new Inbound.Word(
                            Optional.of(said.id()),
                            Optional.of(Foundation.contact(said.who())),
                            Optional.empty(),
                            card(said.who()).sign() + " " + said.text(),
                            world.clock.wall());
            rooms.delivery().inbound().keep(new ChannelId(said.channel()), word);
        }
        return true;
    }

    private static boolean isAbout(AlarmSeen alarm, long who) {
        return alarm.about.size() != 1 || alarm.about.contains(who);
    }

    private void follow(Said said) {
        long who = said.who();
        switch (said.meant()) {
            case OK, NOTHING -> world.oracle.doubtful(alarm -> isAbout(alarm, who));
            case HELP -> {
                world.oracle.doubtful(alarm -> isAbout(alarm, who));
                expectSomebody(who, said.from());
            }
            case DURESS -> {
                world.oracle.doubtful(alarm -> isAbout(alarm, who));
                expectSomebody(who, said.from());
                expectTheLead(who, said.from());
            }
        }
    }

    /// Since it was said first: it may have been kept then, and only its sayer was not told.
    private void expectSomebody(long who, long from) {
        world.oracle.expect(
                "a-word-for-help-rings",
                "code-name "
                        + who
                        + " asked for help at "
                        + Happening.time(from)
                        + " and nobody was rung",
                30_000,
                () ->
                        world.oracle.alarms().stream()
                                .anyMatch(alarm -> isAbout(alarm, who) && alarm.lastTry >= from),
                () -> false);
    }

    private void expectTheLead(long who, long from) {
        world.oracle.expect(
                "the-lead-is-rung",
                "code-name "
                        + who
                        + " said the hidden word at "
                        + Happening.time(from)
                        + " and the case lead was not rung",
                30_000,
                () -> leadIsRungOrAwake(who, from),
                () -> false);
    }

    private boolean leadIsRungOrAwake(long who, long from) {
        return world.oracle.alarms().stream()
                .filter(alarm -> isAbout(alarm, who))
                .anyMatch(alarm ->
                        alarm.rungAt.getOrDefault(Foundation.LEAD, AlarmSeen.NEVER) >= from
                                || alarm.spared(Foundation.LEAD, from));
    }
}
