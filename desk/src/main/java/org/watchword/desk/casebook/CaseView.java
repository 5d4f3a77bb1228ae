package org.watchword.desk.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Wrong;

/// What the pages of cases show.
public final class CaseView {
    /// The cases of one reader.
    ///
    /// @param shut why there are none to be shown
    /// @param older the way to those that were last written in longer ago; empty for none
    public record All(Optional<Sentence> shut, List<Listed> cases, String older) {}

    /// A case in the list.
    ///
    /// @param name its code-name; empty when none opens
    /// @param last when something was last written
    public record Listed(
            String address, String name, Optional<Instant> last, List<Compartment> compartments) {}

    /// A compartment of the reader's.
    ///
    /// @param address of it
    /// @param name as people read it; empty when it has none that opens
    /// @param trouble why it does not open, or has no name
    /// @param isUnnamed whether it waits to be named
    /// @param mayAdd who else could be let in, on the page where that is done
    public record Compartment(
            String address,
            String name,
            boolean red,
            boolean rekeyPending,
            Optional<Sentence> trouble,
            boolean isUnnamed,
            List<Reader> readers,
            List<Choice> mayAdd) {
        Compartment with(List<Choice> others) {
            return new Compartment(
                    address, name, red, rekeyPending, trouble, isUnnamed, readers, others);
        }
    }

    /// Somebody who reads in a compartment.
    ///
    /// @param mayGo whether the reader of this page may take him out
    public record Reader(
            long number, String name, boolean isMe, boolean isShutOut, boolean mayGo) {}

    /// One of several that can be chosen.
    public record Choice(String value, String label, boolean chosen) {}

    /// A case.
    ///
    /// @param older the way to what was written before; empty for none
    /// @param newest the way back to what was written last; empty there
    /// @param left compartments in which the reader ceased to read while the page was made
    public record One(
            String address,
            String name,
            List<Compartment> compartments,
            List<Line> lines,
            String older,
            String newest,
            boolean left,
            List<Reminder> reminders,
            Note note,
            List<Wrong> wrong) {}

    /// The form for a note.
    ///
    /// @param seen the number of the last entry when the page was made
    public record Note(List<Choice> compartments, String text, long seen) {}

    /// A reminder that nobody has ended.
    ///
    /// @param text what for; empty when it does not open
    /// @param wrong why it does not open
    /// @param ladder which is rung; empty when that is no more, or not known any more
    /// @param says all that the message says; empty when not known any more
    /// @param end the way to end it
    public record Reminder(
            String compartment,
            String text,
            Optional<Sentence> wrong,
            String by,
            String ladder,
            Optional<Sentence> says,
            List<Ring> rings,
            String end) {}

    /// One of its times.
    ///
    /// @param alarm what it rang as; 0 for none, or not known any more
    public record Ring(Instant at, boolean toCome, long alarm) {}

    /// A reminder that is to be set.
    ///
    /// @param timer the number that it will have, so that a form sent twice sets one
    public record Remind(
            String address,
            String name,
            String timer,
            List<Choice> compartments,
            String text,
            String at,
            List<Choice> before,
            List<Choice> ladders,
            List<Choice> says,
            List<Wrong> wrong) {}

    /// Beside an alarm that reminds of something.
    ///
    /// @param files the way to open case files, where they are shut: then nothing else is known
    /// @param cases those that it is about and that the reader reads
    /// @param isElsewhere whether it is about something that he does not read
    /// @param isOver whether something that it was about is done, or was erased
    public record Beside(String files, List<Link> cases, boolean isElsewhere, boolean isOver) {}

    /// The way to a case.
    ///
    /// @param name empty when it has none that opens
    public record Link(String address, String name) {}

    /// An entry in the timeline.
    ///
    /// @param at when, by its author's clock
    /// @param by its author; empty when that is not known
    /// @param how what is to be known of the author, as that the desk wrote it
    /// @param says what the desk says of it; empty for a note
    /// @param text what somebody wrote down; empty for none
    /// @param wrong whether it does not open or verify
    /// @param erase the way to the page that erases it; empty where it may not be
    public record Line(
            long number,
            String compartment,
            Optional<Instant> at,
            String by,
            Optional<Sentence> how,
            Optional<Sentence> says,
            String text,
            boolean wrong,
            String erase) {
        /// The same, with no way to erase it.
        Line kept() {
            return new Line(number, compartment, at, by, how, says, text, wrong, "");
        }
    }

    /// A case that is to be opened.
    public record Fresh(String name, List<Choice> people, boolean alone, List<Wrong> wrong) {}

    /// The compartments of a case.
    public record Rooms(
            String address,
            String name,
            List<Compartment> compartments,
            Another another,
            List<Wrong> wrong) {}

    /// The form for one more compartment.
    public record Another(List<Choice> names, String own, List<Choice> people, boolean alone) {}

    /// An entry that is to be erased.
    public record Erasing(String address, String name, String path, Line entry) {}

    private CaseView() {}
}
