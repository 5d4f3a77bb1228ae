package org.watchword.desk.watch;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Form;

/// What the pages of this room work with.
///
/// @param random for the ids of forms
public record PageTools(
        Watch watch,
        Ladders ladders,
        Store store,
        People people,
        Delivery delivery,
        WordBook book,
        RandomGenerator random,
        Changes changes) {

    Directory directory(Words words) {
        return store.read(handle ->
                new Directory(
                        people.all(handle),
                        people.acting(handle),
                        people.roles(handle),
                        delivery.channels().all(handle),
                        words));
    }

    /// The name of a form that was posted; a new one where it is none that this desk gives.
    String formId(Form form, String field) {
        return form.cleaned(field)
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,64}"))
                .orElseGet(this::formId);
    }

    /// Names one form, so that posting it twice does its work once.
    String formId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
