package org.watchword.story.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.desk.Wiring;
import org.watchword.desk.basis.Words;
import org.watchword.story.NeedleSearch;
import org.watchword.story.seized.InClear;
import org.watchword.story.seized.Seizure;

/// What a terminal of eighty columns shows of a desk that was stopped and searched.
final class SeizedLines {
    private static final int COLUMNS = 80;
    private static final int OF_A_TRACE = 34;

    /// So much of a value tells what it is.
    private static final int OF_A_VALUE = 24;

    private static final String INDENT = "  ";

    private final Words words;
    private final PrintStream out;

    SeizedLines(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    void begins() {
        paragraph(words.say("demo.seized.begins"));
    }

    void looked(Seizure.Looked at) {
        String kind = at.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String size =
                words.say(
                        "demo.seized.size",
                        Map.of("files", at.files(), "bytes", (Long) at.bytes()));
        String name = words.say("demo.seized.trace." + kind);
        out.println(
                INDENT + padded(name) + (at.files() == 0 ? words.say("demo.seized.none") : size));
        out.flush();
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(1, OF_A_TRACE - name.length()));
    }

    void all(Seizure.Seized came) {
        came.noBackup()
                .map(why -> Wiring.words().in(words.language()).say(why))
                .ifPresent(why -> paragraph(words.say("demo.seized.no-backup", "why", why)));
        paragraph(words.say("demo.seized.searched", "needles", came.needles()));
        out.println();
        inClear(came.inClear());
        paragraph(words.say("demo.seized.key"));
        out.println();
        if (came.well()) {
            paragraph(words.say("demo.seized.well"));
        } else {
            loud(came);
        }
        out.flush();
    }

    /// Nobody who looks at the screen overlooks it.
    private void loud(Seizure.Seized came) {
        out.println("!".repeat(COLUMNS));
        for (NeedleSearch.Found one : came.found()) {
            paragraph(
                    words.say(
                            "demo.seized.found",
                            Map.of(
                                    "needle", one.needle(),
                                    "file", one.file(),
                                    "form", one.form())));
        }
        for (String column : came.inClear().unlisted()) {
            paragraph(words.say("demo.seized.unlisted", "column", column));
        }
        paragraph(words.say("demo.seized.not-well"));
        out.println("!".repeat(COLUMNS));
    }

    private void inClear(InClear shown) {
        paragraph(words.say("demo.seized.in-clear"));
        for (InClear.Table table : shown.tables()) {
            if (table.rows() > 0) {
                out.println(
                        INDENT
                                + table.name()
                                + ", "
                                + words.say("demo.seized.rows", "rows", table.rows()));
                wrapped(values(table), INDENT + INDENT);
            }
        }
        List<String> empty =
                shown.tables().stream()
                        .filter(table -> table.rows() == 0)
                        .map(InClear.Table::name)
                        .toList();
        if (!empty.isEmpty()) {
            paragraph(words.say("demo.seized.empty", "tables", String.join(", ", empty)));
        }
    }

    private static List<String> values(InClear.Table table) {
        return table.examples().entrySet().stream()
                .map(one -> one.getKey() + "=" + clipped(one.getValue()))
                .toList();
    }

    private static String clipped(String value) {
        String line = value.isEmpty() ? "–" : value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= OF_A_VALUE ? line : line.substring(0, OF_A_VALUE - 1) + "…";
    }

    private void paragraph(String text) {
        wrapped(List.of(text.split(" ", -1)), "");
    }

    /// As many pieces on a line as there is room for.
    private void wrapped(List<String> pieces, String indent) {
        var line = new StringBuilder(indent);
        for (String piece : pieces) {
            boolean begins = line.length() == indent.length();
            if (!begins && line.length() + 1 + piece.length() > COLUMNS) {
                out.println(line);
                line.setLength(indent.length());
                begins = true;
            }
            line.append(begins ? "" : " ").append(piece);
        }
        out.println(line);
    }
}
