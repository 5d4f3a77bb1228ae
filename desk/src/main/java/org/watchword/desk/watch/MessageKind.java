package org.watchword.desk.watch;

import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.MessageText;

/// The kinds of message the watch sends. The team may word each anew in each language.
public enum MessageKind {
    ALARM("alarm"),
    PASSED_ON("passed-on"),
    UNKNOWN_CALLERS("unknown-callers"),
    DESK("desk"),
    REMINDER("reminder"),
    SILENCE("silence"),
    MANY_SILENT("many-silent"),
    HELP("help"),
    SPEAK_TO_LEAD("speak-to-lead"),
    ENDED("ended");

    private final String word;

    MessageKind(String word) {
        this.word = word;
    }

    /// As it stands in addresses and in the table of templates.
    public String word() {
        return word;
    }

    /// What it is called on the page that changes it.
    public String labelKey() {
        return "watch.message." + word + ".label";
    }

    /// The same for channels whose texts are short and cost by their length.
    public String shortWord() {
        return word + "-short";
    }

    /// The built-in short wording in the language of these words.
    public MessageText shortBuiltIn(Words words) {
        String key = "watch.message." + word;
        return new MessageText(words.say(key + ".subject"), words.say(key + ".short"));
    }

    /// The built-in wording in the language of these words.
    public MessageText builtIn(Words words) {
        String key = "watch.message." + word;
        return new MessageText(words.say(key + ".subject"), words.say(key + ".text"));
    }
}
