package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.watch.Ladders;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The pages of this room, for whoever puts the desk together.
public final class WordPages {
    /// Words are set up by whoever leads the case, with the passphrase just given.
    static final Gate GATE = new Gate.Freshly(Capability.LEAD);

    private final CardPages cards;
    private final ContactPages contacts;
    private final DoorTextPages door;
    private final UnknownWordPages unknown;
    private final CardsInDoubt inDoubt;

    /// What the pages work with.
    public record Tools(
            PeoplesWords words,
            Store store,
            Ladders ladders,
            People people,
            Delivery delivery,
            WordBook book,
            Changes changes) {
        /// What a way is called.
        String way(Optional<ChannelId> over, Words spoken) {
            return over.map(id ->
                            store.read(handle -> delivery.channels().find(handle, id))
                                    .map(Channels.Setup::label)
                                    .orElse("?"))
                    .orElseGet(() -> spoken.say("word.way.door"));
        }
    }

    public WordPages(Tools tools) {
        var shown = new CodenameWords(tools);
        cards = new CardPages(tools, shown);
        contacts = new ContactPages(tools, shown);
        door = new DoorTextPages(tools);
        unknown = new UnknownWordPages(tools);
        inDoubt = new CardsInDoubt(tools);
    }

    public List<Route> routes() {
        return Stream.of(cards.routes(), contacts.routes(), door.routes(), unknown.routes())
                .flatMap(List::stream)
                .toList();
    }

    /// Fills `codename.beside`, `board.heard` and, after a restore, `board.beside`.
    public List<Places.Filler> fillers() {
        return List.of(new BesideCodename(), unknown, inDoubt);
    }

    public List<Frame.MenuItem> menu() {
        return List.of(
                new Frame.MenuItem("word.menu.door", DoorTextPages.PATH, Capability.LADDERS));
    }

    /// The way from a code-name's page to its words.
    private static final class BesideCodename implements Places.Filler {
        @Override
        public String place() {
            return "codename.beside";
        }

        @Override
        public Optional<Places.Inside> fill(Visit visit) {
            boolean may = visit.present().may().contains(Capability.LEAD);
            return may
                    ? Optional.of(
                            new Places.Inside("watch/word/beside.jte", "" + visit.number("id")))
                    : Optional.empty();
        }
    }

    /// As many as one page lists.
    static int most() {
        return Limits.MESSAGES_LISTED;
    }
}
