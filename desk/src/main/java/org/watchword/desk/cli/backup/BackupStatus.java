package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Tick;
import org.watchword.desk.basis.TimeWords;

/// How it stands with a desk's backups: whether one was written lately, and whether somebody has
/// really opened one.
public final class BackupStatus {
    /// A night may be missed by some hours, and not by a day.
    static final Duration OLD = Duration.ofHours(36);

    /// So long a drill speaks for the backups made since.
    static final Duration DRILL_HOLDS = Duration.ofDays(92);

    /// A backup keeps what the desk has long forgotten.
    static final Duration KEEPS_TOO_LONG = Duration.ofDays(30);

    /// So many files are named; of the others it is said that there are more.
    private static final int NAMED = 10;

    /// What a try can fail for; another reason was written by another program.
    private static final Set<String> REASONS =
            Set.of(
                    "cli.backup.no-recipient",
                    "cli.backup.bad-recipient",
                    "cli.backup.target-gone",
                    "cli.backup.reads-otherwise",
                    "cli.backup.another-runs",
                    "cli.backup.desk-unreadable",
                    "cli.backup.database-broken",
                    "cli.backup.no-age",
                    "cli.backup.age-refused");

    private final Optional<Plan> plan;
    private final InstantSource clock;

    /// @param plan empty where nobody has said where backups go
    public BackupStatus(Optional<Plan> plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /// One thing that was looked at.
    public record Line(boolean well, Sentence says) {}

    /// All of it, for `check` and for the page.
    public List<Line> lines(TimeWords times) {
        if (plan.isEmpty()) {
            return List.of(new Line(false, Sentence.of("cli.backup.status.none")));
        }
        var lines = new ArrayList<Line>();
        Line recipients = recipients(plan.get());
        lines.add(recipients);
        Line written = written(plan.get(), times);
        // Why none was written may be said already.
        if (!written.says().key().equals(recipients.says().key())) {
            lines.add(written);
        }
        lines.add(drilled(plan.get(), times));
        new Kept(plan.get().desk())
                .last()
                .flatMap(Kept.Last::good)
                .filter(Kept.Good::sameDisk)
                .ifPresent(good ->
                        lines.add(new Line(false, Sentence.of("cli.backup.status.same-disk"))));
        lines.addAll(slots(plan.get(), times));
        long old = old(plan.get());
        if (old > 0) {
            lines.add(new Line(false, Sentence.of("cli.backup.status.old-ones", "count", old)));
        }
        return lines;
    }

    private static Line recipients(Plan plan) {
        int count = plan.recipients().size();
        String key =
                switch (count) {
                    case 0 -> "cli.backup.no-recipient";
                    case 1 -> "cli.backup.status.one-recipient";
                    default -> "cli.backup.status.recipients";
                };
        return new Line(count > 1, Sentence.of(key, "count", count));
    }

    private Line written(Plan plan, TimeWords times) {
        Optional<Kept.Last> last = new Kept(plan.desk()).last();
        if (last.isEmpty()) {
            return new Line(false, Sentence.of("cli.backup.status.not-yet"));
        }
        Optional<String> why = last.get().why();
        if (why.isPresent()) {
            String key = REASONS.contains(why.get()) ? why.get() : "cli.backup.desk-unreadable";
            return new Line(false, Sentence.of(key, "place", plan.target().toString()));
        }
        Instant made = last.get().good().map(Kept.Good::madeAt).orElse(Instant.EPOCH);
        boolean old = made.plus(OLD).isBefore(clock.instant());
        return new Line(
                !old,
                Sentence.of(
                        old ? "cli.backup.status.old" : "cli.backup.status.written",
                        "made",
                        times.dayAndMinute(made)));
    }

    private Line drilled(Plan plan, TimeWords times) {
        Optional<Kept.Drill> drill = new Kept(plan.desk()).drill();
        if (drill.isEmpty()) {
            return new Line(false, Sentence.of("cli.backup.status.no-drill"));
        }
        if (!drill.get().recipients().equals(plan.mark())) {
            return new Line(false, Sentence.of("cli.backup.status.other-recipients"));
        }
        boolean old = drill.get().at().plus(DRILL_HOLDS).isBefore(clock.instant());
        return new Line(
                !old,
                Sentence.of(
                        old ? "cli.backup.status.drill-old" : "cli.backup.status.drilled",
                        "at",
                        times.dayAndMinute(drill.get().at())));
    }

    /// How long what was erased still opens from files of slots, and which of them should be gone.
    private List<Line> slots(Plan plan, TimeWords times) {
        List<Night.Slots> there = Night.slotsIn(plan.target());
        if (there.isEmpty()) {
            return List.of();
        }
        Proofs proofs = new Kept(plan.desk()).proofs();
        Instant oldest = there.getFirst().at();
        var window =
                new Sentence(
                        proofs.due(oldest).isPresent()
                                ? "cli.backup.status.slots"
                                : "cli.backup.status.slots-undrilled",
                        Map.of(
                                "oldest", times.dayAndMinute(oldest),
                                "due", proofs.due(oldest).map(times::dayAndMinute).orElse(""),
                                "days", Proofs.STAY.toDays()));
        List<Night.Slots> overdue =
                there.stream()
                        .filter(one ->
                                proofs.due(one.at())
                                        .filter(due -> !due.isAfter(clock.instant()))
                                        .isPresent())
                        .toList();
        return overdue.isEmpty()
                ? List.of(new Line(true, window))
                : List.of(new Line(true, window), new Line(false, named(overdue)));
    }

    private static Sentence named(List<Night.Slots> overdue) {
        String names =
                overdue.stream()
                        .limit(NAMED)
                        .map(one -> String.valueOf(one.file().getFileName()))
                        .collect(Collectors.joining(", "));
        return new Sentence(
                "cli.backup.status.slots-due",
                Map.of(
                        "count",
                        overdue.size(),
                        "names",
                        names,
                        "more",
                        overdue.size() - Math.min(NAMED, overdue.size())));
    }

    private long old(Plan plan) {
        long old = 0;
        Instant before = clock.instant().minus(KEEPS_TOO_LONG);
        try (var files =
                Files.newDirectoryStream(plan.target(), "*" + Night.Kind.BACKUP.ending())) {
            for (Path file : files) {
                old += Files.getLastModifiedTime(file).toInstant().isBefore(before) ? 1 : 0;
            }
        } catch (IOException e) {
            // a target that is gone is said already
        }
        return old;
    }

    /// How old the newest is, both files of it; empty where nobody has said where they go.
    Optional<Line> age(TimeWords times) {
        return plan.map(known -> written(known, times));
    }

    /// The line of "Before the first night": true only once somebody has opened a backup that those
    /// of today can open, and one was written lately.
    public Tick tick(TimeWords times) {
        List<Line> lines =
                plan.isEmpty()
                        ? lines(times)
                        : List.of(written(plan.get(), times), drilled(plan.get(), times));
        Optional<Line> wrong = lines.stream().filter(line -> !line.well()).findFirst();
        return new Tick(
                "backup.read-back",
                wrong.isEmpty(),
                wrong.orElseGet(lines::getLast).says(),
                BackupPages.PATH);
    }
}
