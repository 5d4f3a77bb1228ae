package org.watchword.desk.web;

import static org.watchword.desk.Foreign.promise;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;

/// Any text as a header that asks for a language, as the way back from a door, and as the name of a
/// host.
public final class AnyHeader {
    private static final WordBook BOOK =
            WordBook.read(List.of(new Language("en"), new Language("ru")), List.of(Frame.class));

    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        Language language = AskedLanguage.of(Optional.of(text), BOOK, new Language("en"));
        promise(BOOK.speaks(language), "a language is one of the desk's");
        String back = Doors.ours(text);
        promise(back.matches("/[!-~]*") && !back.startsWith("//"), "the way back is a path here");
        promise(Doors.ours(back).equals(back), "the way back stays the same");
        host(text);
    }

    private static void host(String text) {
        try {
            var name = new HostName(text, true).name();
            promise(name.matches("[\\[\\]a-z0-9.:-]+"), "a host is a plain name");
        } catch (IllegalArgumentException e) {
            promise("not a host name".equals(e.getMessage()), "a refusal is its own");
        }
    }

    private AnyHeader() {}
}
