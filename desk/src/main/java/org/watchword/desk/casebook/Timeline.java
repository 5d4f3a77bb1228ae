package org.watchword.desk.casebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;

/// The entries of several compartments in one line, the last first: a page of it.
///
/// @param more whether others stand before the last of these
record Timeline(List<Line> lines, boolean more) {
    /// A compartment, open for a request.
    record Source(OwnCompartment compartment, OpenCompartment open) {}

    record Line(OwnCompartment compartment, ReadEntry entry) {}

    /// The last so many before a number. As many are opened as are shown.
    static Timeline before(List<Source> sources, long before, int most) {
        List<List<Long>> numbers =
                sources.stream().map(one -> one.open().numbersBefore(before, most + 1)).toList();
        List<Long> all =
                numbers.stream().flatMap(List::stream).sorted(Comparator.reverseOrder()).toList();
        if (all.isEmpty()) {
            return new Timeline(List.of(), false);
        }
        var page = new Page(all.getFirst() + 1, all.get(Math.min(most, all.size()) - 1));
        for (int i = 0; i < sources.size(); i++) {
            page.read(sources.get(i), numbers.get(i));
        }
        return page.whole(all.size() > most);
    }

    /// A page that is being read: from a first number down to a last.
    private static final class Page {
        private final long from;
        private final List<Line> lines = new ArrayList<>();
        private long downTo;
        private boolean isCut;

        Page(long from, long downTo) {
            this.from = from;
            this.downTo = downTo;
        }

        void read(Source source, List<Long> numbers) {
            int wanted = (int) numbers.stream().filter(number -> number >= downTo).count();
            if (wanted == 0) {
                return;
            }
            switch (source.open().before(from, wanted)) {
                case EntryPage.Shut _ -> {
                    // Whoever is taken out meanwhile is shown nothing of it.
                }
                case EntryPage.Read(List<ReadEntry> entries, _) -> {
                    entries.forEach(entry -> lines.add(new Line(source.compartment(), entry)));
                    if (entries.size() < wanted && !entries.isEmpty()) {
                        // These were long. What is older in the others comes on the next page.
                        downTo = Math.max(downTo, entries.getLast().number());
                        isCut = true;
                    }
                }
            }
        }

        Timeline whole(boolean more) {
            List<Line> shown =
                    lines.stream()
                            .filter(line -> line.entry().number() >= downTo)
                            .sorted(
                                    Comparator.<Line>comparingLong(line -> line.entry().number())
                                            .reversed())
                            .toList();
            return new Timeline(shown, more || isCut);
        }
    }
}
