package org.watchword.story.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.desk.Desk;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Proofs;
import org.watchword.desk.watch.word.Contacts;
import org.watchword.story.script.Story;

/// Gives a new desk what its story says of the people behind code-names: where they are reached,
/// what only they can answer, and when they must be heard.
final class PeopleInHiding {
    private final Desk.Rooms rooms;
    private final Map<String, CodenameId> codenames;

    PeopleInHiding(Desk.Rooms rooms, Map<String, CodenameId> codenames) {
        this.rooms = rooms;
        this.codenames = codenames;
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
}
