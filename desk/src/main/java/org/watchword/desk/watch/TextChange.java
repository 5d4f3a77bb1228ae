package org.watchword.desk.watch;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.Templates;
import org.watchword.desk.store.Turn;

/// Another wording of a message. The old one goes out until that counts: one message has one text.
final class TextChange implements Silencing {
    private static final String KIND = "kind";
    private static final String LANGUAGE = "language";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";

    private final Templates templates;

    TextChange(Templates templates) {
        this.templates = templates;
    }

    static Map<String, String> to(String kind, Language language, MessageText text) {
        return Map.of(
                KIND, kind, LANGUAGE, language.tag(), SUBJECT, text.subject(), TEXT, text.text());
    }

    /// Back to what is built in.
    static Map<String, String> back(String kind, Language language) {
        return Map.of(KIND, kind, LANGUAGE, language.tag());
    }

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        String kind = what.getOrDefault(KIND, "");
        var language = new Language(what.getOrDefault(LANGUAGE, ""));
        if (what.containsKey(TEXT)) {
            var text = new MessageText(what.getOrDefault(SUBJECT, ""), what.getOrDefault(TEXT, ""));
            templates.keep(turn, kind, language, text);
        } else {
            templates.backToBuiltIn(turn, kind, language);
        }
        return true;
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        return words.say(
                what.containsKey(TEXT) ? "watch.changes.text" : "watch.changes.text-back",
                Map.of(
                        "language",
                        what.getOrDefault(LANGUAGE, ""),
                        "text",
                        what.getOrDefault(TEXT, "")));
    }
}
