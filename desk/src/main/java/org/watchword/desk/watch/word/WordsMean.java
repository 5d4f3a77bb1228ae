package org.watchword.desk.watch.word;

import java.time.Instant;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.Alarms;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Meaning;
import org.watchword.desk.watch.WordCame;

/// Says what words mean to those who wait for them: an OK moves watches, and every word is told to
/// the alarms.
public final class WordsMean implements Meant {
    private final Heard heard;
    private final Alarms alarms;

    /// Who waits to hear of a code-name.
    @FunctionalInterface
    public interface Heard {
        /// An OK came that counts.
        ///
        /// @param at when it was kept
        void heard(Turn turn, CodenameId who, Instant at);
    }

    public WordsMean(Heard heard, Alarms alarms) {
        this.heard = heard;
        this.alarms = alarms;
    }

    @Override
    public void ok(Turn turn, Word word) {
        heard.heard(turn, word.who(), word.at());
        say(turn, word, Meaning.OK);
    }

    @Override
    public void contact(Turn turn, Word word) {
        say(turn, word, Meaning.CONTACT);
    }

    @Override
    public void help(Turn turn, Word word) {
        say(turn, word, Meaning.HELP);
    }

    @Override
    public void duress(Turn turn, Word word) {
        say(turn, word, Meaning.DURESS);
    }

    private void say(Turn turn, Word word, Meaning meaning) {
        boolean drill = alarms.isTwin(turn.handle(), word.who());
        alarms.word(turn, new WordCame(word.who(), meaning, word.over(), word.at(), drill));
    }
}
