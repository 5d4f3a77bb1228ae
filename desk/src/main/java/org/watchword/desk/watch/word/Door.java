package org.watchword.desk.watch.word;

import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.DoorLook;
import org.watchword.desk.web.DoorPage;

/// The quiet door: how the team wants it to look, and that it keeps what is typed there.
public final class Door implements DoorPage {
    private final Store store;
    private final NeutralTexts texts;
    private final WordBook book;
    private final CheckIns checkIns;
    private volatile @Nullable DoorLook look;

    Door(Store store, NeutralTexts texts, WordBook book, CheckIns checkIns) {
        this.store = store;
        this.texts = texts;
        this.book = book;
        this.checkIns = checkIns;
    }

    /// A look and the language in which it speaks: the page's own, whoever asks.
    record Chosen(DoorStyle style, Language language) {}

    @Override
    public DoorLook look() {
        DoorLook now = look;
        if (now == null) {
            now = store.read(handle -> look(handle, chosen(handle)));
            look = now;
        }
        return now;
    }

    /// Nothing is looked up here: whose word it is and what it means is found in a later turn.
    @Override
    public void take(String first, String second) {
        checkIns.keep(Kept.atTheDoor(first, second));
    }

    Chosen chosen(Handle handle) {
        return handle.createQuery("SELECT look, language FROM door_look WHERE id = 1")
                .map((row, context) ->
                        new Chosen(
                                DoorStyle.of(row.getString("look")),
                                texts.spoken(new Language(row.getString("language")))))
                .findOne()
                .orElseGet(() -> new Chosen(DoorStyle.PARCEL, texts.spare()));
    }

    /// Every text of that look: the team's own, otherwise the ready one.
    Map<DoorField, String> texts(Handle handle, Chosen chosen) {
        var all = new EnumMap<DoorField, String>(DoorField.class);
        for (DoorField field : DoorField.values()) {
            all.put(
                    field,
                    texts.own(handle, name(chosen.style(), field), chosen.language())
                            .orElseGet(() -> ready(chosen, field)));
        }
        return all;
    }

    String ready(Chosen chosen, DoorField field) {
        return book.in(chosen.language())
                .say("word.door." + chosen.style().word() + "." + field.word());
    }

    private static String name(DoorStyle style, DoorField field) {
        return "door." + style.word() + "." + field.word();
    }

    private DoorLook look(Handle handle, Chosen chosen) {
        return look(chosen, texts(handle, chosen));
    }

    static DoorLook look(Chosen chosen, Map<DoorField, String> all) {
        return new DoorLook(
                chosen.language(),
                chosen.style().style(),
                text(all, DoorField.TITLE),
                text(all, DoorField.LEAD),
                text(all, DoorField.FIRST),
                text(all, DoorField.SECOND),
                text(all, DoorField.BUTTON),
                new DoorLook.Answers(
                        text(all, DoorField.TAKEN),
                        text(all, DoorField.AGAIN),
                        text(all, DoorField.NOT_HERE),
                        text(all, DoorField.NOT_SO),
                        text(all, DoorField.LATER)));
    }

    private static String text(Map<DoorField, String> all, DoorField field) {
        return all.getOrDefault(field, "");
    }

    /// Keeps how the door is to look; it looks so when this returns. A text that is the ready one
    /// is not kept.
    void change(Chosen chosen, Map<DoorField, String> all) {
        look = store.writer().write(Lane.ORDINARY, turn -> changed(turn, chosen, all));
    }

    private DoorLook changed(Turn turn, Chosen chosen, Map<DoorField, String> all) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO door_look (id, look, language) VALUES (1, :look, :language)
                        ON CONFLICT (id) DO UPDATE SET look = :look, language = :language\
                        """)
                .bind("look", chosen.style().word())
                .bind("language", chosen.language().tag())
                .execute();
        all.forEach((field, text) ->
                texts.keep(
                        turn,
                        name(chosen.style(), field),
                        chosen.language(),
                        text.equals(ready(chosen, field)) ? "" : text));
        return look(turn.handle(), chosen);
    }
}
