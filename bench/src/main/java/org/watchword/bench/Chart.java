package org.watchword.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Two drawings side by side on logarithmic scales: how many check-ins a second, and how late
/// alarms are while people check in. A line for each system, a mark for each figure with its name
/// beside it: nothing is told by colour alone.
final class Chart {
    private static final int WIDTH = 1_080;
    private static final int LEFT = 210;
    private static final int PANEL = 340;
    private static final int GAP = 110;
    private static final int TOP = 70;
    private static final int ROW = 46;

    private static final String STYLE =
            """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1a1f24; }
              .title { font-size: 15px; font-weight: 600; }
              .soft { fill: #59626c; font-size: 12px; }
              .before { text-anchor: end; }
              .below { text-anchor: middle; }
              .paper { fill: #f6f5f1; }
              .line { stroke: #b9b4a8; stroke-width: 1; }
              .mark { fill: #59626c; }
              .own { fill: #0e5a61; }
              @media (prefers-color-scheme: dark) {
                text { fill: #eceae5; }
                .soft { fill: #a2abb4; }
                .paper { fill: #14171a; }
                .line { stroke: #4a525a; }
                .mark { fill: #a2abb4; }
                .own { fill: #74c7cc; }
              }
            </style>
            """;

    private final Report report;

    Chart(Report report) {
        this.report = report;
    }

    /// @param name what stands at it
    private record Mark(String name, double figure) {}

    /// @param lowest and highest power of ten that it shows
    private record Scale(int x, int lowest, int highest) {
        double at(double figure) {
            double power = Math.log10(Math.max(figure, Math.pow(10, lowest)));
            double share = (Math.min(power, highest) - lowest) / (highest - lowest);
            return x + share * PANEL;
        }
    }

    String svg() {
        var rows = ResultPage.systems();
        int height = TOP + rows.size() * ROW + 40;
        var drawn = new StringBuilder();
        drawn.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                        .formatted(WIDTH, height));
        drawn.append("<title>Check-ins a second, and lateness, of each system</title>\n");
        drawn.append(STYLE);
        drawn.append(
                "<rect class=\"paper\" width=\"%d\" height=\"%d\" rx=\"10\"/>%n"
                        .formatted(WIDTH, height));
        var speed = new Scale(LEFT, 1, 6);
        var late = new Scale(LEFT + PANEL + GAP, 0, 5);
        axis(speed, "Check-ins a second, with 8, 64 and 512 clients", rows.size(), drawn);
        axis(late, "ms late while 64 clients check in", rows.size(), drawn);
        for (int i = 0; i < rows.size(); i++) {
            String system = rows.get(i);
            int y = TOP + i * ROW + ROW / 2;
            text(16, y + 4, "", system, drawn);
            marks(speed, y, i == 0, speeds(system), drawn);
            marks(late, y, i == 0, lateness(system), drawn);
        }
        return drawn.append("</svg>\n").toString();
    }

    private static void axis(Scale scale, String title, int rows, StringBuilder drawn) {
        text(scale.x(), 28, "title", title, drawn);
        for (int power = scale.lowest(); power <= scale.highest(); power++) {
            double x = scale.at(Math.pow(10, power));
            line(x, TOP - 14, x, TOP + rows * ROW, drawn);
            text(x + 3, TOP - 6, "soft", Numbers.told(Math.pow(10, power)), drawn);
        }
    }

    /// The name of the least stands before it, that of the most behind it, any other below.
    private static void marks(
            Scale scale, int y, boolean own, List<Mark> marks, StringBuilder drawn) {
        if (marks.isEmpty()) {
            text(scale.x() + 3, y + 4, "soft", "not measured", drawn);
            return;
        }
        int last = marks.size() - 1;
        double to = scale.at(marks.get(last).figure());
        line(scale.at(marks.getFirst().figure()), y, to, y, drawn);
        for (int i = 0; i <= last; i++) {
            double x = scale.at(marks.get(i).figure());
            String name = marks.get(i).name();
            drawn.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>%n",
                            own ? "own" : "mark",
                            x,
                            y));
            if (i == last) {
                text(x + 9, y + 4, "soft", name, drawn);
            } else if (i == 0) {
                text(x - 9, y + 4, "soft before", name, drawn);
            } else {
                text(x, y + 19, "soft below", name, drawn);
            }
        }
    }

    private static void line(double x, double y, double toX, double toY, StringBuilder drawn) {
        drawn.append(
                String.format(
                        Locale.ROOT,
                        "<line class=\"line\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                        x,
                        y,
                        toX,
                        toY));
    }

    private static void text(double x, double y, String kind, String said, StringBuilder drawn) {
        drawn.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        kind,
                        x,
                        y,
                        said.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private List<Mark> speeds(String system) {
        return Stream.of(8, 64, 512)
                .flatMap(clients ->
                        figure(Part.CHECK_IN, CheckIn.clients(clients), system)
                                .map(figure -> new Mark("" + clients, figure.median()))
                                .stream())
                .sorted(Comparator.comparingDouble(Mark::figure))
                .toList();
    }

    private List<Mark> lateness(String system) {
        var marks = new ArrayList<Mark>();
        figure(Part.SPREAD, SpreadOut.LOADED, system)
                .ifPresent(figure -> {
                    for (String name : List.of("p50", "p99", "p99.9")) {
                        marks.add(new Mark(name, figure.wait(name)));
                    }
                });
        return marks;
    }

    private Optional<Figure> figure(Part part, String what, String system) {
        return report.parts().stream()
                .filter(one -> one.part().equals(part.word()))
                .flatMap(one -> one.found().figures().stream())
                .filter(one -> one.what().equals(what) && one.system().equals(system))
                .findFirst();
    }
}
