package org.watchword.story.visit;

/// The doors of the desk: name and passphrase, a new PIN, the PIN, the passphrase once more, and
/// the one before case files.
final class Door {
    static final String SIGN_IN = "/sign-in";
    static final String FILES = "/files";

    private Door() {}

    static boolean isOne(String path) {
        return path.equals(SIGN_IN)
                || path.equals("/pin")
                || path.equals("/unlock")
                || path.equals("/confirm")
                || path.equals(FILES);
    }

    /// Fills in what this door asks for and sends it.
    static Page through(Visitor visitor, Page door, Credentials who) {
        PageForm form =
                door.formsUnder("/").stream()
                        .filter(f -> f.has("passphrase") || f.has("pin"))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("no way through " + door.path()));
        fill(form, "name", who.name());
        fill(form, "passphrase", who.passphrase());
        fill(form, "pin", who.pin());
        fill(form, "again", who.pin());
        return visitor.send(form);
    }

    private static void fill(PageForm form, String field, String value) {
        if (form.has(field)) {
            form.with(field, value);
        }
    }
}
