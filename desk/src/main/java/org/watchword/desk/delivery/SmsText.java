package org.watchword.desk.delivery;

import java.util.Map;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;

/// A text as it goes out by SMS: without what no phone shows, in the GSM alphabet where only a
/// typographer could tell, and not longer than the network sensibly carries.
record SmsText(String text, SmsLength length) {
    /// What stands in the GSM alphabet for what a typographer writes.
    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("\u2018", "'"),
                    Map.entry("\u2019", "'"),
                    Map.entry("\u201a", "'"),
                    Map.entry("\u201c", "\""),
                    Map.entry("\u201d", "\""),
                    Map.entry("\u201e", "\""),
                    Map.entry("\u00ab", "\""),
                    Map.entry("\u00bb", "\""),
                    Map.entry("\u2010", "-"),
                    Map.entry("\u2011", "-"),
                    Map.entry("\u2012", "-"),
                    Map.entry("\u2013", "-"),
                    Map.entry("\u2014", "-"),
                    Map.entry("\u2212", "-"),
                    Map.entry("\u2026", "..."),
                    Map.entry("\u2022", "-"),
                    Map.entry("\u00b7", "-"),
                    Map.entry("\u00a0", " "),
                    Map.entry("\u202f", " "),
                    Map.entry("\u2009", " "),
                    Map.entry("\t", " "),
                    Map.entry("`", "'"));

    static SmsText of(String written) {
        String clean = CleanText.cleaned(written);
        String plain = clean;
        for (var one : PLAIN.entrySet()) {
            plain = plain.replace(one.getKey(), one.getValue());
        }
        // A text that needs the wide alphabet anyway keeps what was written.
        String text = SmsLength.cut(SmsLength.isGsm(plain) ? plain : clean, Limits.SMS_PARTS);
        return new SmsText(text, SmsLength.of(text));
    }

    @Override
    public String toString() {
        return "sms";
    }
}
