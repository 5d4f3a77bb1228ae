package org.watchword.desk.ledger.belonging;

import org.watchword.desk.accounts.JobWork;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.Moving;
import org.watchword.desk.ledger.Settled;
import org.watchword.formats.membership.CaseCompartment;

/// The job that moves a compartment's slots to its epoch of now, with the keys of its epochs alone.
/// What it leaves is due at the next sign-in of whoever reads there.
final class SettlingJob implements JobWork {
    private final Moving moving;

    /// Takes it over.
    SettlingJob(Moving moving) {
        this.moving = moving;
    }

    /// One at a time in a compartment: two would do the same.
    record About(CaseCompartment place) {}

    @Override
    public Sentence name() {
        return Sentence.of("belonging.job");
    }

    @Override
    public About about() {
        return new About(moving.place());
    }

    @Override
    public Piece next() {
        return switch (moving.step()) {
            case Settled.More(Settled.Progress progress) ->
                    new Piece.More(progress.done(), progress.of());
            case Settled.Done(Settled.Progress progress) -> new Piece.Over(done(progress));
            case Settled.Stopped(Settled.Why why, _) -> new Piece.Over(why(why));
        };
    }

    private static Sentence done(Settled.Progress progress) {
        return progress.shut() == 0 ? Sentence.of("belonging.job.done") : shut(progress.shut());
    }

    static Sentence shut(long slots) {
        return Sentence.of("belonging.settle.shut", "count", slots);
    }

    static Sentence why(Settled.Why why) {
        return switch (why) {
            case Settled.Out _ -> Sentence.of("belonging.settle.out");
            case Settled.NextEpoch _ -> Sentence.of("belonging.settle.next-epoch");
            case Settled.NoEpoch(var failure) -> Refusals.of(failure);
            case Settled.NotKept _ -> Sentence.of("belonging.settle.not-kept");
        };
    }

    @Override
    public void close() {
        moving.close();
    }
}
