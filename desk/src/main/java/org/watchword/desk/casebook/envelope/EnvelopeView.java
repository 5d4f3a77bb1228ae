package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Wrong;

/// What the pages about envelopes show.
public final class EnvelopeView {
    /// Beside an alarm.
    public record Beside(long alarm, List<One> envelopes) {}

    /// The envelope of one whom an alarm is about.
    ///
    /// @param says how it stands, in a sentence
    /// @param mine whether whoever looks holds it and the alarm runs
    /// @param openings what people did with it in this alarm
    public record One(long codename, String name, String says, boolean mine, List<Line> openings) {}

    /// That somebody opened it, or asks to.
    ///
    /// @param agree the number to agree to; 0 where there is nothing to agree to
    public record Line(Instant at, String says, String reason, long agree) {}

    /// Beside a code-name.
    public record OfCodename(long codename, String says, boolean mayFill) {}

    /// The page before it opens.
    ///
    /// @param says what it takes, in a sentence
    public record Door(
            long alarm,
            long codename,
            String name,
            Does does,
            String says,
            String reason,
            List<Wrong> wrong) {}

    /// What the page before it opens offers.
    public enum Does {
        OPEN,
        ASK,
        WAIT,
        SHOW
    }

    /// The envelope itself.
    ///
    /// @param photo as an address that holds all of it; empty for none
    /// @param paper how its kind is called; empty for none
    /// @param spoilt what does not open of it, as sentences
    /// @param until then it is shown again
    public record Shown(
            long alarm,
            long codename,
            String codenameText,
            String name,
            String address,
            String health,
            String authority,
            String photo,
            String paper,
            List<Sentence> spoilt,
            Instant filledAt,
            Instant until) {}

    /// The form that fills one.
    ///
    /// @param says how it stands now, in a sentence
    public record Fill(
            long codename,
            String codenameText,
            String says,
            String name,
            String address,
            String health,
            String authority,
            File photo,
            File paper,
            List<Choice> places,
            List<Choice> holders,
            List<Wrong> wrong) {}

    /// A field for a file.
    ///
    /// @param name of the field, and in the keys of its texts
    /// @param lies whether there is one now
    /// @param without whether it is to be left out
    public record File(String name, boolean lies, boolean without) {}

    /// One to be ticked.
    public record Choice(String value, String label, boolean chosen) {}

    private EnvelopeView() {}
}
