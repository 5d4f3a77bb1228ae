package org.watchword.story.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.Desk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.Proofs;
import org.watchword.desk.watch.silence.Margins;
import org.watchword.desk.watch.silence.Plan;
import org.watchword.desk.watch.silence.Schedule;
import org.watchword.desk.watch.silence.WatchId;
import org.watchword.desk.watch.silence.WatchReply;
import org.watchword.desk.watch.word.Contacts;
import org.watchword.story.script.Story;

/// Gives a new desk what its story says of the people behind code-names: where they are reached,
/// what only they can answer, and when they must be heard.
final class PeopleInHiding {
    private final Desk.Rooms rooms;
    private final Map<String, CodenameId> codenames;
    private final PersonId by;

    /// @param by who of the team decided it
    PeopleInHiding(Desk.Rooms rooms, Map<String, CodenameId> codenames, PersonId by) {
        this.rooms = rooms;
        this.codenames = codenames;
        this.by = by;
    }

    void reach(Story.Codename codename, Map<String, ChannelId> channels) {
        CodenameId who = Founder.known(codenames, codename.name());
        codename.addresses()
                .forEach((channel, address) -> {
                    ChannelId over = Founder.known(channels, channel);
                    var written = new Contacts.Written(address, codename.language());
                    var added =
                            rooms.store()
                                    .writer()
                                    .write(
                                            Lane.ORDINARY,
                                            turn ->
                                                    rooms.words()
                                                            .contacts()
                                                            .add(turn, who, over, written));
                    if (added instanceof Contacts.Refused refused) {
                        throw Founder.refused("an address of " + codename.name(), refused.why());
                    }
                });
    }

    void ask(Story.Codename codename) {
        List<Proofs.Typed> typed = new ArrayList<>();
        for (Story.Question question : codename.questions()) {
            typed.add(new Proofs.Typed(typed.size() + 1, question.asks(), question.answer()));
        }
        if (typed.isEmpty()) {
            return;
        }
        var saved = rooms.watch().proofs().set(Founder.known(codenames, codename.name()), typed);
        if (saved instanceof Proofs.Refused refused) {
            throw Founder.refused("a question about " + codename.name(), refused.why());
        }
    }

    void watch(Story.Watch watch, Map<String, LadderId> ladders) {
        var plan =
                new Plan(
                        watch.name(),
                        watch.about().stream().map(c -> Founder.known(codenames, c)).toList(),
                        watch.ladder().map(l -> Founder.known(ladders, l)),
                        schedule(watch.schedule()),
                        new Margins(watch.reminder(), watch.grace()),
                        watch.anyone(),
                        watch.drill());
        WatchId id = done(watch, rooms.watches().add(plan, by));
        long seen =
                rooms.watches()
                        .edition(id)
                        .orElseThrow(() -> new DeskGone("a watch that was planned is gone"));
        done(watch, rooms.watches().arm(id, seen, by));
    }

    private Schedule schedule(Story.Schedule schedule) {
        Optional<Schedule.Every> every =
                schedule.every()
                        .map(e ->
                                new Schedule.Every(
                                        (int) e.toHours(),
                                        schedule.points().stream().findFirst().orElseThrow()));
        return new Schedule(
                schedule.zone(),
                schedule.times(),
                schedule.days(),
                every,
                every.isPresent() ? List.of() : schedule.points());
    }

    private static WatchId done(Story.Watch watch, WatchReply reply) {
        return switch (reply) {
            case WatchReply.Changed changed -> changed.id();
            case WatchReply.Refused no -> throw Founder.refused("watch " + watch.name(), no.why());
        };
    }
}
