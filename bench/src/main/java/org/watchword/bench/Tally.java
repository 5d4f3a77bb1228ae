package org.watchword.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gathers, round by round, what each system reached.
final class Tally {
    private final Map<Row, Gathered> all = new LinkedHashMap<>();

    private record Row(String what, String system, Unit unit) {}

    private record Gathered(List<Double> rounds, List<Double> waits) {
        Figure figure(Row row) {
            return new Figure(
                    row.what(),
                    row.system(),
                    row.unit().word(),
                    Spread.of(rounds).sorted(),
                    waits.isEmpty() ? Map.of() : percentiles(Spread.of(waits)));
        }
    }

    private static Map<String, Double> percentiles(Spread waits) {
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("count", (double) waits.sorted().size());
        told.put("p50", waits.median());
        told.put("p99", waits.percentile(99));
        told.put("p99.9", waits.percentile(99.9));
        told.put("most", waits.most());
        return told;
    }

    /// @param waits single ones, in milliseconds
    void add(String what, String system, Unit unit, double figure, List<Double> waits) {
        var gathered =
                all.computeIfAbsent(
                        new Row(what, system, unit),
                        _ -> new Gathered(new ArrayList<>(), new ArrayList<>()));
        gathered.rounds().add(figure);
        gathered.waits().addAll(waits);
    }

    /// The 99th of a hundred waits is the figure of its round.
    void waits(String what, String system, List<Double> waits) {
        add(what, system, Unit.P99_MILLIS, Spread.of(waits).percentile(99), waits);
    }

    List<Figure> figures() {
        return all.entrySet().stream().map(one -> one.getValue().figure(one.getKey())).toList();
    }

    /// The figures of each round in their order; empty when nothing was measured.
    List<Double> rounds(String what, String system) {
        return gathered(what, system).flatMap(one -> one.rounds().stream()).toList();
    }

    /// All waits together.
    List<Double> waits(String what, String system) {
        return gathered(what, system).flatMap(one -> one.waits().stream()).toList();
    }

    private Stream<Gathered> gathered(String what, String system) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().what().equals(what))
                .filter(one -> one.getKey().system().equals(system))
                .map(Map.Entry::getValue);
    }

    /// How many times as much one system reached as another, round by round.
    List<Double> ratios(String what, String system, String other) {
        List<Double> own = rounds(what, system);
        List<Double> others = rounds(what, other);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(own.size(), others.size()); i++) {
            ratios.add(own.get(i) / others.get(i));
        }
        return ratios;
    }
}
