package org.watchword.desk;

import java.util.concurrent.CountDownLatch;
import org.watchword.desk.accounts.JobWork;
import org.watchword.desk.basis.Sentence;

/// A job that rests in the midst of its first piece until it is ended.
final class JobWithoutEnd implements JobWork {
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Sentence name() {
        return Sentence.of("belonging.job");
    }

    @Override
    public Object about() {
        return this;
    }

    @Override
    public Piece next() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Piece.Over(Sentence.of("belonging.job.done"));
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
