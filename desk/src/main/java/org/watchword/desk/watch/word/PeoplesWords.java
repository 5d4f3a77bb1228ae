package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.Alarms;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Ladders;

/// The front of this room: cards, contacts, and every word that comes.
public final class PeoplesWords {
    private final Cards cards;
    private final Contacts contacts;
    private final CheckIns checkIns;
    private final CheckInRows rows;
    private final NeutralTexts texts;
    private final WrittenBack back;
    private final Inbound.Handler handler;
    private final Delivery delivery;
    private final Door door;
    private final RandomGenerator random;

    /// In what manner this desk understands words.
    ///
    /// @param spare the language of whoever speaks none of the desk's
    /// @param random must be one that nobody can foretell
    public record Manner(WordBook book, Language spare, RandomGenerator random) {}

    public PeoplesWords(
            Store store, Delivery.Ground ground, Delivery delivery, Team team, Manner manner) {
        this.delivery = delivery;
        this.random = manner.random();
        var hash = new WordHash(ground.hash());
        var cardRows = new CardRows(hash);
        rows = new CheckInRows(ground.seal(), hash);
        var reading = new Reading(hash);
        var applying =
                new Applying(
                        cardRows,
                        rows,
                        reading,
                        (turn, who) -> tooManyWrong(turn, who, team),
                        team.alarms());
        cards = new Cards(store, ground.clock(), cardRows, hash, new CardMaker(manner.random()));
        contacts = new Contacts(ground.seal(), hash, ground.clock());
        checkIns = new CheckIns(store, ground.clock(), rows, applying);
        texts = new NeutralTexts(ground.seal(), manner.book(), manner.spare());
        back = new WrittenBack(delivery.outbox(), texts, contacts, ground.clock());
        door = new Door(store, texts, manner.book(), checkIns);
        var known = new WordsFromOutside.Ground(contacts, team.alarms());
        handler = new WordsFromOutside(checkIns, applying, reading, back, known);
    }

    /// What this room asks about the team.
    public record Team(Ladders ladders, Notices notices, Alarms alarms) {}

    private static void tooManyWrong(Turn turn, CodenameId who, Team team) {
        String name = team.ladders().codename(turn.handle(), who).map(Codename::name).orElse("?");
        var sentence = Sentence.of("word.told.wrong-words", "who", name);
        turn.afterCommit(() -> team.notices().tell(sentence));
    }

    public Cards cards() {
        return cards;
    }

    public Contacts contacts() {
        return contacts;
    }

    public CheckIns checkIns() {
        return checkIns;
    }

    public Door door() {
        return door;
    }

    /// One that nobody can foretell.
    RandomGenerator random() {
        return random;
    }

    CheckInRows rows() {
        return rows;
    }

    NeutralTexts texts() {
        return texts;
    }

    /// After a restore every card in force is in doubt until somebody decides about it.
    public void startAfresh(Turn turn) {
        cards.startAfresh(turn);
    }

    /// What this room keeps for a while only.
    public List<Forgetful> forgets() {
        var all = new ArrayList<Forgetful>(WordsForgotten.all());
        all.add(new CheckInsForgotten());
        all.add(new FormerResidents(contacts, delivery.outbox()));
        return List.copyOf(all);
    }

    /// Who understands what people in hiding send; to be asked before everybody else.
    public List<Inbound.Handler> handlers() {
        return List.of(handler);
    }

    /// Reminds a code-name over each of its addresses whose channel is on; false where there is
    /// none.
    ///
    /// @param key names the reminder for ever
    /// @param due when the word was due; the neutral text does not say it
    public boolean remind(Turn turn, CodenameId who, String key, Instant due) {
        List<Contact> reachable =
                contacts.of(turn.handle(), who).stream()
                        .filter(contact -> !contact.address().isEmpty())
                        .filter(contact ->
                                delivery.channels()
                                        .find(turn.handle(), contact.channel())
                                        .filter(Channels.Setup::active)
                                        .isPresent())
                        .toList();
        reachable.forEach(contact -> back.remind(turn, contact, key));
        return !reachable.isEmpty();
    }
}
