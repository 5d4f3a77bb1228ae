package org.watchword.desk.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.ChannelHealth;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// The room's front: sends our heartbeats, hears the partner's, and rings when it falls silent.
public final class Partner implements AutoCloseable {
    static final String BEAT_PATH = "/beat";

    private static final Logger LOG = LoggerFactory.getLogger(Partner.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    /// Numbers of heartbeats are those of the table's rows, of which there is one: they survive
    /// every start, and a restore leaves out a million.
    private static final String NUMBERS = "partner";

    private final Store store;
    private final Delivery delivery;
    private final OwnKey own;
    private final DeskClock clock;
    private final Pace pace;
    private final ZoneId zone;
    private final PartnerRows rows;
    private final TheirNumber theirNumber;
    private volatile Optional<Link> link = Optional.empty();
    private volatile Optional<Notices> notices = Optional.empty();
    private volatile Optional<Pace.Beat> sending = Optional.empty();
    private volatile Optional<Pace.Beat> vigil = Optional.empty();
    private volatile boolean closed;
    private long nextBeatNanos;

    public Partner(
            Store store, Delivery.Ground ground, Delivery delivery, OwnKey own, Manner manner) {
        this.store = store;
        this.delivery = delivery;
        this.own = own;
        this.clock = ground.clock();
        this.pace = ground.pace();
        this.zone = manner.zone();
        this.rows = new PartnerRows(ground.seal());
        this.theirNumber = new TheirNumber(delivery.outbox(), manner.book(), manner.zone());
    }

    /// In what manner this desk speaks.
    public record Manner(WordBook book, ZoneId zone) {}

    /// Begins to send, to listen and to look.
    public void start(Notices to) {
        notices = Optional.of(to);
        takeUp();
        var beating = pace.beat("heartbeat", _ -> beating());
        var looking = pace.beat("partner", _ -> looking());
        nextBeatNanos = clock.monotonicNanos();
        sending = Optional.of(beating);
        vigil = Optional.of(looking);
        clock.onMoved(beating::wake);
        clock.onMoved(looking::wake);
        beating.start();
        looking.start();
    }

    /// Takes the partner as it is set now.
    private synchronized void takeUp() {
        Optional<Link> before = link;
        link =
                store.read(rows::find)
                        .filter(kept -> kept.settings().isWhole())
                        .map(kept -> new Link(kept, own, clock));
        before.ifPresent(Link::close);
        sending.ifPresent(Pace.Beat::wake);
    }

    private Optional<Pace.Rest> beating() {
        if (closed) {
            return Optional.empty();
        }
        long left = nextBeatNanos - clock.monotonicNanos();
        if (left > 0 || link.isEmpty()) {
            return Optional.of(rest(Duration.ofNanos(left)));
        }
        nextBeatNanos = clock.monotonicNanos() + Limits.BEAT_EVERY.toNanos();
        link.ifPresent(this::send);
        return Optional.of(Pace.Rest.looking(LOOK));
    }

    /// A turn that cannot be committed makes no heartbeat: a desk that cannot write looks dead.
    private void send(Link to) {
        try {
            long count =
                    sending.orElseThrow()
                            .await(store.writer().submit(Lane.ORDINARY, turn -> next(turn, to)));
            var beat = new Beat(count, clock.instant(), ways());
            String text = SignedBeat.of(beat, own, to.theirKey());
            boolean taken =
                    to.end()
                            .post(BEAT_PATH, text, Limits.BEAT_ANSWER)
                            .filter(answer -> SignedBeat.isTaken(answer, text, own, to.theirKey()))
                            .isPresent();
            if (taken) {
                to.taken();
            }
        } catch (CompletionException e) {
            LOG.warn("no heartbeat: the desk cannot write");
        } catch (RuntimeException e) {
            LOG.warn("no heartbeat: {}", e.getClass().getSimpleName());
        }
    }

    private long next(Turn turn, Link to) {
        to.takenAt().ifPresent(at -> rows.taken(turn, at));
        return RowNumbers.next(turn, NUMBERS);
    }

    private List<Beat.Way> ways() {
        return delivery.health().stream()
                .filter(one -> one.state() != ChannelHealth.State.OFF)
                .filter(one -> Beat.canName(one.kind()))
                .limit(Limits.CHANNELS)
                .map(Partner::way)
                .toList();
    }

    private static Beat.Way way(ChannelHealth one) {
        Beat.Health health =
                switch (one.state()) {
                    case UNKNOWN -> Beat.Health.UNKNOWN;
                    case ALIVE -> Beat.Health.WELL;
                    case FAILING, SILENT, SWALLOWING, OFF -> Beat.Health.FAILING;
                };
        return new Beat.Way(one.kind(), health);
    }

    /// Takes what was posted as a heartbeat. The answer is given once it is kept; empty for what is
    /// none.
    ///
    /// @throws StoreUnavailable when it could not be kept: it was heard all the same
    Optional<Heard> hear(byte[] came) {
        return link.map(from -> {
            Heard heard = from.hear(came);
            if (heard instanceof Heard.Taken(Beat beat, String _)) {
                keep(from, beat);
            }
            return heard;
        });
    }

    private void keep(Link from, Beat beat) {
        boolean back = from.vigil().owesBack();
        boolean _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    Optional<PartnerRows.Kept> before = rows.find(turn.handle());
                                    rows.heard(turn, beat.count(), clock.instant());
                                    before.filter(_ -> back)
                                            .ifPresent(kept -> theirNumber.isBack(turn, kept));
                                    return back;
                                });
        if (back) {
            from.vigil().saidBack();
            tell("partner.told.back", from);
        }
    }

    private Optional<Pace.Rest> looking() {
        if (closed) {
            return Optional.empty();
        }
        try {
            link.ifPresent(this::look);
        } catch (RuntimeException e) {
            LOG.warn("the partner could not be looked at: {}", e.getClass().getSimpleName());
        }
        Duration next = link.map(one -> one.vigil().untilNext()).orElse(LOOK);
        return Optional.of(rest(next));
    }

    private static Pace.Rest rest(Duration until) {
        return new Pace.Rest(until.compareTo(SHORT) < 0 ? SHORT : until, LOOK);
    }

    private void look(Link at) {
        at.look();
        if (at.vigil().ringsNow()) {
            ring(at);
        }
        int time = at.vigil().timeNow();
        if (time > 0) {
            ringNumber(at, time);
        }
        if (at.tellsNotTaken()) {
            tell("partner.told.not-taken", at);
        }
    }

    private void ring(Link silent) {
        Standing standing = silent.standing();
        LOG.warn("the partner is silent");
        notices.ifPresent(to ->
                to.ring(
                        new Sentence(
                                "partner.trouble.silent",
                                Map.of(
                                        "name",
                                        standing.settings().name(),
                                        "since",
                                        minute(standing.heardAt())))));
    }

    private void ringNumber(Link silent, int time) {
        var _ =
                store.writer()
                        .submit(
                                Lane.FIRST,
                                turn -> {
                                    rows.rung(turn, clock.instant(), time);
                                    rows.find(turn.handle())
                                            .ifPresent(kept -> theirNumber.ring(turn, kept, time));
                                    return silent;
                                })
                        .exceptionally(e -> {
                            LOG.error("a number could not be rung: {}", e.getClass().getName());
                            silent.vigil().notRung(time);
                            return silent;
                        });
    }

    private void tell(String key, Link about) {
        Sentence what =
                new Sentence(
                        key,
                        Map.of("name", about.settings().name(), "since", minute(about.takenAt())));
        notices.ifPresent(to -> to.tell(what));
    }

    private String minute(Optional<Instant> at) {
        return at.map(TheirNumber.clock(zone)::format).orElse("–");
    }

    /// Somebody says that those at the partner know.
    boolean seen(Turn turn) {
        boolean now = rows.seen(turn, clock.instant());
        if (now) {
            theirNumber.isSeen(turn);
            turn.afterCommit(() -> link.ifPresent(one -> one.vigil().seen()));
        }
        return now;
    }

    /// Sets the partner from the commit on.
    void set(Turn turn, PartnerSettings settings) {
        rows.set(turn, settings);
        turn.afterCommit(this::takeUpAside);
    }

    /// From the commit on nobody watches us, and we watch nobody.
    void remove(Turn turn) {
        rows.remove(turn);
        theirNumber.isSeen(turn);
        turn.afterCommit(this::takeUpAside);
    }

    private void takeUpAside() {
        if (notices.isPresent()) {
            pace.aside("partner", this::takeUp);
        }
    }

    Optional<PartnerRows.Kept> kept(Handle handle) {
        return rows.find(handle);
    }

    /// What `check` says of it, by the rows alone: another process may be running the desk.
    public List<PartnerLines.Line> lines(Handle handle, Instant now, TimeWords times) {
        return PartnerLines.of(rows.find(handle), now, times);
    }

    Optional<Standing> standing() {
        return link.map(Link::standing);
    }

    OwnKey own() {
        return own;
    }

    @Override
    public void close() {
        closed = true;
        sending.ifPresent(Pace.Beat::wake);
        vigil.ifPresent(Pace.Beat::wake);
        link.ifPresent(Link::close);
    }
}
