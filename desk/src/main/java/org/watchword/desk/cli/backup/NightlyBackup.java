package org.watchword.desk.cli.backup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.Sentence;

/// Backs up every night while the desk runs, on a thread of its own, tells the officers when it did
/// not go well, and rings them when it goes on like that. It never touches the writer: a backup
/// delays no alarm.
public final class NightlyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final long LOOKS_EVERY_SECONDS = 20;

    private final Plan plan;
    private final Backup backup;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Notices notices;
    private final Semaphore closing = new Semaphore(0);
    private final Thread thread;
    private Optional<Instant> rungAfter = Optional.empty();

    public NightlyBackup(Plan plan, InstantSource clock, ZoneId zone, Notices notices) {
        this.plan = plan;
        this.backup = new Backup(clock, "age");
        this.clock = clock;
        this.zone = zone;
        this.notices = notices;
        this.thread = Thread.ofPlatform().name("backup").daemon(true).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing.tryAcquire(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.info("backups end");
        }
    }

    /// Makes a backup when one is due, and rings once the newest is too old.
    void look() {
        Instant now = clock.instant();
        Optional<Kept.Last> before = new Kept(plan.desk()).last();
        if (Nights.isDue(before, now, zone)) {
            make(before, now);
        }
        new Kept(plan.desk())
                .last()
                .filter(last -> !last.rung() && !last.newest().equals(rungAfter))
                .filter(last -> Nights.isTooLong(last, now))
                .ifPresent(this::ring);
    }

    /// Once, until one goes well. Where that cannot be kept beside the data, a start rings again.
    private void ring(Kept.Last last) {
        rungAfter = last.newest();
        LOG.warn("no backup for {} hours", BackupStatus.OLD.toHours());
        notices.ring(Sentence.of("cli.backup.rings", "hours", BackupStatus.OLD.toHours()));
        new Kept(plan.desk()).rang(last);
    }

    private void make(Optional<Kept.Last> before, Instant now) {
        switch (tried()) {
            case Backup.Written _ -> LOG.info("a backup was written");
            case Backup.Failed failed -> {
                LOG.warn("no backup was written: {}", failed.why().key());
                if (Nights.isNews(before, now, zone)) {
                    notices.tell(failed.why());
                }
            }
        }
    }

    private Backup.Made tried() {
        try {
            return backup.make(plan);
        } catch (RuntimeException e) {
            LOG.error("a backup ended in {}", e.getClass().getSimpleName());
            Undone why = Undone.around("cli.backup.desk-unreadable");
            new Kept(plan.desk()).failed(clock.instant(), why.why().key());
            return new Backup.Failed(why.why(), why.status());
        }
    }

    /// Waits for no backup that runs: it leaves nothing half-made at its name.
    @Override
    public void close() {
        closing.release();
    }
}
