package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages of this room show.
public final class WordsView {
    /// A code-name's words and addresses.
    ///
    /// @param card empty where none is in force
    /// @param inDoubt that card came out of a backup, and nobody has decided about it
    public record Of(
            long id,
            String name,
            String card,
            boolean inDoubt,
            List<String> cards,
            List<CameIn> cameIn,
            List<Address> addresses,
            List<Choice> channels,
            List<Choice> languages,
            Typed typed,
            List<Wrong> wrong) {}

    /// Code-names whose cards are in doubt after a restore.
    ///
    /// @param mayDecide whether whoever looks may look after words
    public record InDoubt(List<Doubted> names, int more, boolean mayDecide) {}

    public record Doubted(long id, String name) {}

    /// What stands in the two forms.
    ///
    /// @param form names the form for a card
    /// @param printAll whether the card carries the other two words
    public record Typed(
            String form,
            String help,
            String duress,
            boolean listOn,
            boolean printAll,
            String address) {}

    /// A word that came: when, over which way, and no more than that it came.
    public record CameIn(Instant at, String way, String state) {}

    /// Where that person can be reached.
    public record Address(long id, String channel, String address, String language) {}

    /// One thing to choose.
    public record Choice(String value, String label, boolean chosen) {}

    /// A card, shown once.
    ///
    /// @param title in the language of the card, like all that is printed
    public record Printed(
            String tag,
            String title,
            String sign,
            String signLabel,
            List<Line> lines,
            List<Line> listed,
            String listedNote,
            Spoken spoken) {}

    /// A word with what stands before it.
    public record Line(String before, String word) {}

    /// What is told by mouth and stands on no paper.
    public record Spoken(long id, String name, String help, String duress) {}

    /// Words nobody recognised.
    public record Unknown(List<One> words, int count) {}

    /// One of them.
    ///
    /// @param who whose call-sign or address it came with; may be empty
    public record One(long id, Instant at, String way, String who, String text) {}

    /// The quiet door, as it is chosen.
    ///
    /// @param texts what is written back and reminded with, by language
    /// @param previewed whether what stands in the fields is not kept yet
    public record TheDoor(
            List<Choice> looks,
            List<Choice> languages,
            List<Field> fields,
            List<Field> texts,
            boolean previewed,
            Shown shown,
            List<Wrong> wrong) {}

    /// A text with the label of its field.
    public record Field(String name, String label, String value, int most) {}

    /// How the door would look, in words.
    public record Shown(
            String tag,
            String title,
            String lead,
            String first,
            String second,
            String button,
            String taken) {}

    private WordsView() {}
}
