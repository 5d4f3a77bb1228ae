package org.watchword.desk.web;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;

/// A listener of its own for one page with one form: no cookie, no script, no word about who keeps
/// it, nothing that leads to another listener.
public final class DoorListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DoorListener.class);

    private final Listening where;
    private final Server server;
    private final DoorPage page;
    private volatile Drawn drawn;

    /// A look with the pages made from it.
    private record Drawn(DoorLook look, DoorDrawing drawing) {}

    /// Made, and not yet listening.
    ///
    /// @param random for incident codes
    public DoorListener(
            Listening where,
            DoorSite site,
            DoorPage page,
            DeskClock clock,
            RandomGenerator random) {
        this(where, site, page, means(clock, random, Limits.DOOR_BEAT));
    }

    static DoorHandler.Means means(DeskClock clock, RandomGenerator random, Duration beat) {
        return new DoorHandler.Means(new FormReader(clock), new Beat(clock, beat), random);
    }

    DoorListener(Listening where, DoorSite site, DoorPage page, DoorHandler.Means means) {
        this.where = where;
        this.page = page;
        DoorLook look = page.look();
        drawn = new Drawn(look, DoorDrawing.of(look));
        var pool = new QueuedThreadPool();
        pool.setName("door");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("door-"));
        server = new Server(pool);
        server.setHandler(new DoorHandler(site, page, this::drawing, means));
        server.setErrorHandler(new DoorErrors(() -> drawn.drawing()));
        ServerLimits.limit(server);
        var http = new HttpConfiguration();
        ServerLimits.http(http);
        server.addConnector(where.connector(server, http));
    }

    /// Drawn anew when the team has changed the look; when it cannot be read, as it was.
    private DoorDrawing drawing() {
        Drawn now = drawn;
        try {
            DoorLook look = page.look();
            if (!look.equals(now.look())) {
                now = new Drawn(look, DoorDrawing.of(look));
                drawn = now;
            }
        } catch (RuntimeException e) {
            LOG.warn("a page is shown as it was: {}", e.getClass().getSimpleName());
        }
        return now.drawing();
    }

    /// Starts to listen and returns once it does.
    ///
    /// @throws PortTaken when the address is in use or may not be used
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new PortTaken(where.address(), e);
        }
    }

    /// The port it listens on.
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.info("somebody was still being answered when the page closed");
        }
    }
}
