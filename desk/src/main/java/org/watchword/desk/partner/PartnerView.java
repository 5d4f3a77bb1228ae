package org.watchword.desk.partner;

import java.util.List;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Wrong;

/// What the pages of the partner show.
public final class PartnerView {
    /// How it stands.
    ///
    /// @param own our key, to be copied
    /// @param ownWords the same in words of each language
    /// @param theirWords the partner's key in words; empty without a partner
    /// @param broken there is one, and it cannot be read
    /// @param number where to reach somebody there; empty where there is none
    /// @param rung how often the number was rung; empty while it is not
    public record Page(
            String own,
            List<InWords> ownWords,
            String name,
            List<InWords> theirWords,
            List<Line> lines,
            boolean broken,
            String number,
            String rung,
            boolean seen,
            boolean maySet) {
        public boolean isThere() {
            return broken || !name.isEmpty();
        }
    }

    /// A key in the words of one language.
    public record InWords(String tag, String language, String words) {}

    /// One line of how it stands.
    ///
    /// @param late somebody should look after it
    public record Line(String says, boolean late) {}

    /// What the board says of it.
    public record Trouble(List<String> lines, String path) {}

    /// What was typed, field by field.
    public record Typed(
            String kind,
            String name,
            String address,
            String key,
            String channel,
            String number,
            String language,
            String proxy,
            String trust) {
        static final Typed NOTHING = new Typed("desk", "", "", "", "", "", "", "", "");

        static Typed of(Form form) {
            return new Typed(
                    form.line("kind").orElse(""),
                    form.line("name").orElse(""),
                    form.line("address").orElse(""),
                    form.line("key").orElse(""),
                    form.line("channel").orElse(""),
                    form.line("number").orElse(""),
                    form.line("language").orElse(""),
                    form.line("proxy").orElse(""),
                    form.text("trust").orElse(""));
        }

        static Typed of(PartnerSettings set) {
            var number = set.number();
            return new Typed(
                    set.kind().word(),
                    set.name(),
                    set.where().address(),
                    set.key(),
                    number.map(one -> "" + one.channel().value()).orElse(""),
                    number.map(PartnerSettings.GivenNumber::address).orElse(""),
                    number.map(one -> one.language().tag()).orElse(""),
                    set.where().proxy(),
                    set.where().trust());
        }

        @Override
        public String toString() {
            return "what was typed";
        }
    }

    /// The form.
    public record Set(
            Typed typed,
            boolean isThere,
            List<Choice> channels,
            List<Choice> languages,
            List<Wrong> wrong) {}

    public record Choice(String value, String label, boolean chosen) {}

    private PartnerView() {}
}
