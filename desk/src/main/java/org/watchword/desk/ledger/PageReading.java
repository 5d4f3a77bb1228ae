package org.watchword.desk.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.ledger.ShownRows.Shown;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.entry.AuthorKey;

/// A page of a compartment's entries for one member, once. What his snapshots tell is not opened;
/// everything else is, in two lanes, because verifying a thousand signatures takes one of them a
/// tenth of a second. What had to be verified is remembered for the next time.
final class PageReading {
    /// So few are not worth a second lane.
    private static final int FEW = 32;

    /// To open fewer than these is less work than to look whether they are remembered, and who
    /// looks at the last of each of a hundred compartments does not wait for what stands around it.
    private static final int WORTHWHILE = 16;

    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final OpenCompartment open;
    private final Access.In in;
    private final Map<Long, ReadEntry> read = new HashMap<>();
    private List<Remembered.Anew> anew = List.of();

    PageReading(Ledger.Ground ground, Ledger.Parts parts, OpenCompartment open, Access.In in) {
        this.ground = ground;
        this.parts = parts;
        this.open = open;
        this.in = in;
    }

    /// Finds some rows of the compartment.
    @FunctionalInterface
    interface Finding {
        ShownRows.Some in(Handle handle, long compartment);
    }

    /// The rows of a page as they lie at one instant, what is remembered of them, and all of those
    /// of which nothing is.
    private record Found(
            ShownRows.Some some, Optional<Remembered> remembered, List<EntryRows.Row> rows) {
        static final Found NONE =
                new Found(new ShownRows.Some(List.of(), false), Optional.empty(), List.of());
    }

    EntryPage.Read page(Finding finding) {
        Found found =
                ground.store().read(handle -> handle.inTransaction(all -> find(all, finding)));
        Map<Long, ReadEntry> opened = opened(found.rows());
        read.putAll(opened);
        found.remembered().ifPresent(one -> anew = one.with(opened, ground.random()));
        List<ReadEntry> entries = new ArrayList<>(found.some().rows().size());
        for (Shown row : found.some().rows()) {
            entries.add(entry(row));
        }
        return new EntryPage.Read(entries, found.some().more());
    }

    private ReadEntry entry(Shown row) {
        return row.erasedBy().isPresent()
                ? EntryReader.erased(row, Optional.ofNullable(read.get(row.erasedBy().getAsLong())))
                : Optional.ofNullable(read.get(row.number())).orElseThrow();
    }

    private Found find(Handle handle, Finding finding) {
        OptionalLong compartment = parts.slots().row(handle, open.place());
        if (compartment.isEmpty()) {
            return Found.NONE;
        }
        ShownRows.Some some = finding.in(handle, compartment.getAsLong());
        if (some.rows().isEmpty()) {
            return Found.NONE;
        }
        Optional<Remembered> remembered =
                some.rows().size() < WORTHWHILE
                        ? Optional.empty()
                        : Optional.of(
                                Remembered.of(handle, own(compartment.getAsLong()), some.rows()));
        EntryReader reader = reader();
        var wanted = new TreeSet<Long>();
        remembered.ifPresent(one -> wanted.addAll(one.missing()));
        for (Shown row : some.rows()) {
            if (remembered.filter(one -> tells(one, row, reader)).isEmpty()) {
                wanted.add(row.erasedBy().orElse(row.number()));
            }
        }
        return new Found(
                some, remembered, rows(handle, compartment.getAsLong(), new ArrayList<>(wanted)));
    }

    private Remembered.Own own(long compartment) {
        var whose = new SnapshotRows.Whose(open.place(), compartment, in.member());
        var where =
                new Remembered.Where(
                        new SnapshotRows(parts.slots()), whose, in.epoch().organisation());
        return new Remembered.Own(where, open.own());
    }

    private EntryReader reader() {
        return new EntryReader(in.epoch(), parts.chain().now().past(), open.keys());
    }

    /// Whether nothing has to be opened for a row of the page.
    private boolean tells(Remembered remembered, Shown row, EntryReader reader) {
        Optional<Shown> it =
                row.erasedBy().isPresent() ? remembered.row(row.erasedBy()) : Optional.of(row);
        Optional<ReadEntry> told =
                it.flatMap(one ->
                        remembered
                                .entry(one.number())
                                .flatMap(entry -> reader.remembered(one, entry)));
        told.ifPresent(one -> read.put(one.number(), one));
        return told.isPresent();
    }

    /// Of the numbers that follow each other in few questions.
    private static List<EntryRows.Row> rows(Handle handle, long compartment, List<Long> numbers) {
        var rows = new ArrayList<EntryRows.Row>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                rows.addAll(
                        EntryRows.between(
                                handle, compartment, numbers.get(from), numbers.get(i - 1)));
                from = i;
            }
        }
        return rows;
    }

    private Map<Long, ReadEntry> opened(List<EntryRows.Row> rows) {
        if (rows.size() <= FEW) {
            return opened(rows, reader());
        }
        int half = rows.size() / 2;
        var later = new FutureTask<>(() -> opened(rows.subList(half, rows.size()), reader()));
        Thread.ofVirtual().name("second-lane").start(later);
        Map<Long, ReadEntry> all = new HashMap<>(opened(rows.subList(0, half), reader()));
        all.putAll(end(later));
        return all;
    }

    private static Map<Long, ReadEntry> opened(List<EntryRows.Row> rows, EntryReader reader) {
        // What says that another was erased, and is itself marked so, says nothing.
        Map<Long, ReadEntry> opened = new HashMap<>();
        reader.opened(rows.stream().filter(row -> row.erasedBy().isEmpty()).toList())
                .forEach(one -> opened.put(one.number(), one));
        return opened;
    }

    /// What it came to; whatever ended it ends this, too.
    private static Map<Long, ReadEntry> end(FutureTask<Map<Long, ReadEntry>> lane) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lane.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a lane ended", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Has kept what was verified now. Nobody waits for it, and when it cannot be kept, the same is
    /// verified again. Nothing that was opened waits with it.
    void remember() {
        Chain chain = parts.chain();
        AuthorKey author = open.author();
        for (Remembered.Anew one : anew) {
            var _ =
                    ground.store()
                            .writer()
                            .submit(Lane.ORDINARY, turn -> kept(turn, chain, author, one));
        }
    }

    /// Only over the rows that were read, and for who may still read them: meanwhile an entry was
    /// erased, or he was removed.
    private static boolean kept(Turn turn, Chain chain, AuthorKey author, Remembered.Anew one) {
        SnapshotRows.Whose whose = one.where().whose();
        boolean isStill =
                Access.of(chain.in(turn), whose.place(), author) instanceof Access.In still
                        && still.member().equals(whose.member())
                        && one.over().equals(one.where().stretch(turn.handle(), one.number()));
        if (isStill) {
            one.where().rows().put(turn, whose, one.number(), one.sealed());
        }
        return isStill;
    }
}
