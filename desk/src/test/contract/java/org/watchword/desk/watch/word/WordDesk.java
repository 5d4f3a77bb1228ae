package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.PaperWatch;
import org.watchword.desk.watch.Watch;

/// This room over a real store, with one channel that nobody fetches from, and ears that note what
/// words meant.
final class WordDesk implements AutoCloseable {
    static final Instant START = Instant.parse("2021-02-04T07:00:00Z");
    static final Language EN = new Language("en");
    static final Language RU = new Language("ru");
    static final PersonId SWIFT = new PersonId(9);

    final TeamOnDisk team;
    final Delivery delivery;
    final PeoplesWords words;
    final Watch watch;
    final List<String> told = new ArrayList<>();
    final Heard heard = new Heard();
    private final Random random = new Random(11);

    WordDesk(Path dir, Instant now) {
        team = new TeamOnDisk(dir, now);
        var paper = new PaperWatch(team, ZoneId.of("Europe/Moscow"), PeoplesWords.class);
        delivery = paper.delivery;
        watch = paper.watch;
        words =
                new PeoplesWords(
                        team.store,
                        paper.ground,
                        delivery,
                        new PeoplesWords.Team(watch.ladders(), new Told(), watch.alarms()),
                        new PeoplesWords.Manner(paper.book, EN, random));
    }

    static WordDesk founded(Path dir) {
        var desk = new WordDesk(dir, START);
        desk.words.checkIns().start(desk.heard);
        return desk;
    }

    HandClock clock() {
        return team.clock;
    }

    /// What words meant, in the order in which it was said.
    static final class Heard implements Meant {
        final List<String> all = new ArrayList<>();

        private void note(String what, Word word) {
            String way = word.over().map(ChannelId::toString).orElse("door");
            all.add(what + " " + word.who().value() + " " + way);
        }

        @Override
        public void ok(Turn turn, Word word) {
            note("ok", word);
        }

        @Override
        public void contact(Turn turn, Word word) {
            note("contact", word);
        }

        @Override
        public void help(Turn turn, Word word) {
            note("help", word);
        }

        @Override
        public void duress(Turn turn, Word word) {
            note("duress", word);
        }
    }

    private final class Told implements Notices {
        @Override
        public void tell(Sentence what) {
            told.add(what.key() + " " + what.gaps());
        }

        @Override
        public void ring(Sentence what) {
            told.add("rang " + what.key());
        }
    }

    CodenameId codename(String name) {
        return assertInstanceOf(
                        Codename.Done.class,
                        watch.ladders().addCodename(name, "", Optional.empty()))
                .id();
    }

    Card card(CodenameId who) {
        return card(new CardOrder("form-" + random.nextLong(), who, EN, true, "", "", SWIFT));
    }

    Card card(CardOrder order) {
        return assertInstanceOf(Cards.Printed.class, words.cards().make(order)).card();
    }

    ChannelId channel(String label) {
        return team.store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                delivery.channels()
                                        .add(turn, label, new PaperKind().name(), Map.of()));
    }

    void contact(CodenameId who, ChannelId channel, String address) {
        assertInstanceOf(
                Contacts.Yes.class,
                team.store
                        .writer()
                        .write(
                                Lane.FIRST,
                                turn ->
                                        words.contacts()
                                                .add(
                                                        turn,
                                                        who,
                                                        channel,
                                                        new Contacts.Written(address, EN))));
    }

    /// Types at the quiet door and waits until it is understood.
    void door(String sign, String word) {
        words.door().take(sign, word);
        await(words.checkIns()::isIdle, () -> "words wait");
    }

    @Override
    public void close() {
        watch.close();
        delivery.close();
        team.close();
    }
}
