package org.watchword.desk.accounts;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;

/// The jobs: named work that goes on after its request, begun by somebody who just gave the
/// passphrase, with no more keys than it takes. All of it is in memory only: a restart ends every
/// job, and what was to be done is as due as before.
///
/// Everybody sees which run, whose they are and until when they hold keys. A job ends when its work
/// does, when its owner cancels it, when his case files are shut everywhere (by "lock everything
/// now", by a colleague who shuts him out, when he leaves), after half an hour, and with the desk.
/// On each of these ways its keys are zeroed first.
///
/// One thread does a piece of each in turn, so that jobs never take the machine from those who are
/// rung. It is there only while there is a job.
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private static final Sentence CANCELLED = Sentence.of("accounts.jobs.ended.cancelled");
    private static final Sentence SHUT = Sentence.of("accounts.jobs.ended.shut");
    private static final Sentence LONG = Sentence.of("accounts.jobs.ended.long");
    private static final Sentence BROKEN = Sentence.of("accounts.jobs.ended.broken");
    private static final Sentence STOPPED = Sentence.of("accounts.jobs.ended.stopped");

    private final DeskClock clock;
    private final Pace pace;
    private final Predicate<PersonId> filesOpen;
    private final Deque<Running> running = new ArrayDeque<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private Optional<Pace.Beat> beat = Optional.empty();
    private boolean closed;
    private long last;

    /// None yet.
    ///
    /// @param pace what does their pieces
    /// @param filesOpen whether somebody has case files open on any device
    public Jobs(DeskClock clock, Pace pace, Predicate<PersonId> filesOpen) {
        this.clock = clock;
        this.pace = pace;
        this.filesOpen = filesOpen;
    }

    /// A job that runs.
    ///
    /// @param until when it ends at the latest
    /// @param done of so much; nothing of nothing before its first piece
    public record Job(
            long id,
            PersonId owner,
            Sentence name,
            Instant began,
            Instant until,
            long done,
            long of) {}

    /// A job of before, for as long as the desk runs.
    record Ended(PersonId owner, Sentence name, Instant at, Sentence how) {}

    /// What came of beginning one.
    public sealed interface Begun {
        record Runs(Job job) implements Begun {}

        /// A job about the same does it already.
        record RunsAlready(Job job) implements Begun {}

        /// The owner's case files were shut everywhere in the meantime.
        record Shut() implements Begun {}

        /// So many run that no more is taken on.
        record TooMany() implements Begun {}
    }

    private static final class Running {
        private final long id;
        private final PersonId owner;
        private final JobWork work;
        private final Moment began;
        private volatile JobWork.Piece.More progress = new JobWork.Piece.More(0, 0);

        Running(long id, PersonId owner, JobWork work, Moment began) {
            this.id = id;
            this.owner = owner;
            this.work = work;
            this.began = began;
        }

        Job job() {
            Instant since = began.wall();
            var so = progress;
            return new Job(
                    id,
                    owner,
                    work.name(),
                    since,
                    since.plus(CaseLimits.JOB_LASTS),
                    so.done(),
                    so.of());
        }
    }

    /// Begins one for somebody who gave the passphrase within the last minutes. The work is taken
    /// over: it is closed here, also when it is not begun.
    public Begun begin(PersonId owner, JobWork work) {
        Begun came = taken(owner, work);
        if (!(came instanceof Begun.Runs(Job job))) {
            work.close();
            return came;
        }
        // Also where a piece of it, or of another, hangs.
        pace.later("job", CaseLimits.JOB_LASTS, () -> end(one -> one.id == job.id(), LONG));
        if (!filesOpen.test(owner)) {
            // Whatever shuts case files ends the jobs after that: it missed this one, or saw it.
            end(one -> one.id == job.id(), SHUT);
            return new Begun.Shut();
        }
        return came;
    }

    private synchronized Begun taken(PersonId owner, JobWork work) {
        Optional<Running> same =
                running.stream().filter(one -> one.work.about().equals(work.about())).findFirst();
        if (same.isPresent()) {
            return new Begun.RunsAlready(same.get().job());
        }
        long his = running.stream().filter(one -> one.owner.equals(owner)).count();
        if (closed || running.size() >= CaseLimits.JOBS || his >= CaseLimits.JOBS_PER_PERSON) {
            return new Begun.TooMany();
        }
        var one = new Running(++last, owner, work, Moment.now(clock));
        running.addLast(one);
        if (beat.isEmpty()) {
            beat = Optional.of(pace.beat("jobs", _ -> round()));
            beat.get().start();
        }
        return new Begun.Runs(one.job());
    }

    private Optional<Pace.Rest> round() {
        Optional<Running> next = next();
        next.ifPresent(this::piece);
        return next.map(_ -> Pace.Rest.NONE);
    }

    private synchronized Optional<Running> next() {
        Optional<Running> next = Optional.ofNullable(running.pollFirst());
        next.ifPresentOrElse(running::addLast, () -> beat = Optional.empty());
        return next;
    }

    private void piece(Running one) {
        if (!one.began.isWithin(CaseLimits.JOB_LASTS, Moment.now(clock))) {
            end(one::equals, LONG);
            return;
        }
        try {
            switch (one.work.next()) {
                case JobWork.Piece.More more -> one.progress = more;
                case JobWork.Piece.Over(Sentence how) -> end(one::equals, how);
            }
        } catch (RuntimeException e) {
            // Nothing is left to end where its keys were taken from it.
            if (end(one::equals, BROKEN)) {
                LOG.error("a job broke off: {}", e.getClass().getName());
            }
        }
    }

    /// Ends all such jobs, and returns when their keys are zeroed.
    private boolean end(Predicate<Running> which, Sentence how) {
        List<Running> gone = removed(which, how);
        gone.forEach(one -> one.work.close());
        return !gone.isEmpty();
    }

    private synchronized List<Running> removed(Predicate<Running> which, Sentence how) {
        List<Running> gone = running.stream().filter(which).toList();
        running.removeAll(gone);
        for (Running one : gone) {
            ended.addFirst(new Ended(one.owner, one.work.name(), clock.instant(), how));
        }
        while (ended.size() > CaseLimits.JOBS_REMEMBERED) {
            ended.removeLast();
        }
        return gone;
    }

    /// Whether one runs that is about this.
    public synchronized boolean runs(Object about) {
        return running.stream().anyMatch(one -> one.work.about().equals(about));
    }

    /// Those that run, in no order.
    synchronized List<Job> running() {
        return running.stream().map(Running::job).toList();
    }

    /// The last ones of somebody that ended, the last first.
    synchronized List<Ended> ended(PersonId owner) {
        return ended.stream().filter(one -> one.owner().equals(owner)).toList();
    }

    /// Cancels one of one's own.
    ///
    /// @return false when there is none such
    boolean cancel(PersonId owner, long id) {
        return end(one -> one.id == id && one.owner.equals(owner), CANCELLED);
    }

    /// Somebody's case files are shut everywhere.
    void endAllOf(PersonId owner) {
        end(one -> one.owner.equals(owner), SHUT);
    }

    @Override
    public void close() {
        Optional<Pace.Beat> working = closing();
        end(_ -> true, STOPPED);
        working.ifPresent(one -> one.ended(CaseLimits.JOB_ENDS_WITHIN));
    }

    private synchronized Optional<Pace.Beat> closing() {
        closed = true;
        return beat;
    }
}
