package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.watch.LadderView.Ladder;
import org.watchword.desk.watch.LadderView.Rung;
import org.watchword.desk.watch.LadderView.Stand;
import org.watchword.desk.watch.LadderView.Step;

/// The ladder drawn: a rail with a dot for each step, beside it who was rung when over what, who
/// answered, and the time that runs. Text in a picture does not break by itself, so it is measured
/// here, generously, and broken.
public final class LadderPicture {
    /// The picture is drawn on a sheet this wide and scaled to its place.
    public static final int WIDTH = 640;

    private static final int LEFT = 40;
    private static final int LINE = 22;
    private static final int SMALL_LINE = 18;
    private static final int GAP = 14;

    /// One thing on the sheet.
    public sealed interface Mark {}

    /// A line of text; `atEnd` when `x` is where it ends.
    public record Text(int x, int y, boolean atEnd, String look, String text) implements Mark {}

    public record Rail(int from, int to, boolean toCome) implements Mark {}

    public record Dot(int y, Stand stand) implements Mark {}

    public record Bar(int y, int filled) implements Mark {}

    public record Box(int y, int height) implements Mark {}

    /// Around somebody whose answer nobody has confirmed.
    public record Doubt(int y, int height) implements Mark {}

    /// Back to the first step.
    public record Again(int y) implements Mark {}

    /// The finished drawing.
    ///
    /// @param marks in the order they are drawn
    public record Picture(int height, List<Mark> marks) {}

    private final List<Mark> below = new ArrayList<>();
    private final List<Mark> above = new ArrayList<>();
    private int y = 4;

    private LadderPicture() {}

    static Picture of(Ladder ladder) {
        var drawing = new LadderPicture();
        drawing.draw(ladder);
        var marks = new ArrayList<>(drawing.below);
        marks.addAll(drawing.above);
        return new Picture(drawing.y + 4, List.copyOf(marks));
    }

    private void draw(Ladder ladder) {
        int last = -1;
        for (Step step : ladder.steps()) {
            int dot = y + LINE / 2 + 3;
            if (last >= 0) {
                below.add(0, new Rail(last, dot, step.stand() == Stand.TO_COME));
            }
            last = dot;
            draw(step, dot);
        }
        if (!ladder.again().isEmpty()) {
            if (last >= 0) {
                below.add(0, new Rail(last, y + LINE / 2 + 3, true));
            }
            above.add(new Again(y + LINE / 2 + 3));
            lines(ladder.again(), 16, WIDTH - LEFT)
                    .forEach(line -> put(LEFT, false, "t-soft", line, LINE));
        }
    }

    private void draw(Step step, int dot) {
        int top = y;
        above.add(new Dot(dot, step.stand()));
        heading(step.title(), step.aside(), "t-step", "t-small");
        y += step.people().isEmpty() ? 0 : 2;
        step.people().forEach(this::draw);
        step.running()
                .ifPresent(running -> {
                    y += 8;
                    above.add(new Bar(y, (WIDTH - LEFT - 12) * running.percent() / 100));
                    y += 8;
                    for (String line : lines(running.left(), 13.5, WIDTH - LEFT - 12)) {
                        above.add(new Text(WIDTH - 12, y + 15, true, "t-small", line));
                        y += SMALL_LINE;
                    }
                    y += 4;
                    below.add(new Box(top - 2, y - top + 4));
                });
        y += GAP;
    }

    private void draw(Rung rung) {
        int top = y;
        heading(rung.name(), rung.state(), "t-name", "t-" + rung.tone().word());
        String rings = String.join(" · ", rung.rings());
        if (!rings.isEmpty()) {
            lines(rings, 13.5, WIDTH - LEFT - 24)
                    .forEach(line -> put(LEFT, false, "t-small", line, SMALL_LINE));
        }
        if (rung.tone() == LadderView.Tone.UNCONFIRMED) {
            above.add(new Doubt(top, y - top + 4));
            y += 4;
        }
        y += 4;
    }

    /// A text at the beginning of the line and one at its end, on two lines where one is too short.
    private void heading(String text, String aside, String look, String asideLook) {
        int room = WIDTH - LEFT - 12;
        boolean together = width(text, 16) + width(aside, 16) + 16 <= room;
        List<String> lines = lines(text, 16, room);
        for (int i = 0; i < lines.size(); i++) {
            if (together && i == 0 && !aside.isEmpty()) {
                above.add(new Text(WIDTH - 12, y + 17, true, asideLook, aside));
            }
            put(LEFT, false, look, lines.get(i), LINE);
        }
        if (!together) {
            lines(aside, 16, room).forEach(line -> put(LEFT, false, asideLook, line, LINE));
        }
    }

    private void put(int x, boolean atEnd, String look, String text, int height) {
        above.add(new Text(x, y + height - 5, atEnd, look, text));
        y += height;
    }

    /// Breaks a text at blanks, and inside a word where one is longer than a line.
    private static List<String> lines(String text, double size, int room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest, size) > room) {
                int fits = fitting(rest, size, room);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int fitting(String word, double size, int room) {
        int fits = 0;
        int next = 0;
        while (next < word.length() && width(word.substring(0, next), size) <= room) {
            fits = next;
            next = word.offsetByCodePoints(next, 1);
        }
        return Math.max(fits, Character.charCount(word.codePointAt(0)));
    }

    /// A generous guess: the reader's own font is not known here.
    private static double width(String text, double size) {
        double em = text.codePoints().mapToDouble(LadderPicture::em).sum();
        return em * size;
    }

    private static double em(int c) {
        if (c >= 0x1100 && Character.isIdeographic(c)) {
            return 1.05;
        }
        if (c == ' ' || c == '.' || c == ',' || c == ':' || c == '·') {
            return 0.32;
        }
        if (c > 0xFFFF) {
            return 1.3;
        }
        return Character.isUpperCase(c) ? 0.74 : 0.6;
    }
}
