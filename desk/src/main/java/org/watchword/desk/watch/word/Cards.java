package org.watchword.desk.watch.word;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;

/// Cards: made and shown once, burned, numbered, and kept as hashes only.
public final class Cards {
    private final Store store;
    private final InstantSource clock;
    private final CardRows rows;
    private final WordHash hash;
    private final CardMaker maker;

    Cards(Store store, InstantSource clock, CardRows rows, WordHash hash, CardMaker maker) {
        this.store = store;
        this.clock = clock;
        this.rows = rows;
        this.hash = hash;
        this.maker = maker;
    }

    /// What became of an order.
    public sealed interface Made {}

    /// Here it is, once. The card before it is dead from the same turn on.
    public record Printed(Card card) implements Made {}

    /// This form made a card before; its words were shown then and cannot be shown again.
    public record MadeBefore(CardId id) implements Made {}

    /// Not made, and which field to change: `help`, `duress` or `codename`.
    public record Refused(String field, Sentence why) implements Made {}

    /// Makes a card and burns the one before it. Returns after the commit.
    public Made make(CardOrder order) {
        return store.writer().write(Lane.FIRST, turn -> make(turn, order));
    }

    /// The same within a turn, for founding.
    public Made make(Turn turn, CardOrder order) {
        Optional<Sentence> help = CardMaker.wrong(order.help());
        if (help.isPresent()) {
            return new Refused("help", help.get());
        }
        Optional<Sentence> duress = CardMaker.wrong(order.duress());
        if (duress.isPresent()) {
            return new Refused("duress", duress.get());
        }
        boolean bothTyped = !order.help().isEmpty() && !order.duress().isEmpty();
        if (bothTyped && CardMaker.tooNear(order.help(), order.duress())) {
            return new Refused("duress", Sentence.of("word.card.too-near"));
        }
        byte[] form = hash.form(order.form());
        Optional<CardId> before = rows.madeByForm(turn.handle(), form);
        if (before.isPresent()) {
            return new MadeBefore(before.get());
        }
        return new Printed(keep(turn, order, form));
    }

    private Card keep(Turn turn, CardOrder order, byte[] form) {
        Handle handle = turn.handle();
        rows.burn(handle, order.codename(), order.by(), clock.instant());
        var id = new CardId(RowNumbers.next(turn, "card"));
        Card card = maker.make(id, order, sign -> rows.signTaken(handle, signHash(sign)));
        rows.insert(
                handle,
                new CardRows.Kept(
                        id,
                        order.codename(),
                        order.language(),
                        order.listOn(),
                        order.by(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty()),
                form,
                signHash(card.sign()));
        insert(handle, id, WordKind.OK, List.of(card.ok()));
        insert(handle, id, WordKind.HELP, List.of(card.help()));
        insert(handle, id, WordKind.DURESS, List.of(card.duress()));
        insert(handle, id, WordKind.LISTED, card.listed());
        return card;
    }

    private void insert(Handle handle, CardId card, WordKind kind, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            rows.insert(handle, card, kind, i + 1, Spelling.joined(words.get(i)));
        }
    }

    private byte[] signHash(String sign) {
        return hash.sign(Spelling.joined(sign));
    }

    /// Burns the card in force; false when there is none.
    public boolean burn(CodenameId codename, PersonId by) {
        return store.writer().write(Lane.FIRST, turn -> burn(turn, codename, by));
    }

    /// The same within a turn.
    public boolean burn(Turn turn, CodenameId codename, PersonId by) {
        return rows.burn(turn.handle(), codename, by, clock.instant());
    }

    void startAfresh(Turn turn) {
        rows.startAfresh(turn.handle(), clock.instant());
    }

    /// Somebody knows that a card out of a backup was not burned since; false when there is none
    /// that is in doubt.
    boolean holds(CodenameId codename) {
        return store.writer().write(Lane.ORDINARY, turn -> rows.holds(turn.handle(), codename));
    }

    /// Whether that code-name has a card in force.
    public boolean has(Handle handle, CodenameId codename) {
        return rows.live(handle, codename).isPresent();
    }

    CardRows rows() {
        return rows;
    }
}
