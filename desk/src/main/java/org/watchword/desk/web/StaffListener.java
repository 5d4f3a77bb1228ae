package org.watchword.desk.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;

/// The staff desk's listener: pages out, forms in, on one address and under the site's names.
public final class StaffListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StaffListener.class);

    private final Listening where;
    private final Rooms rooms;
    private final Dispatch dispatch;
    private final Javalin javalin;

    /// @param random for incident codes
    public StaffListener(
            Listening where, Site site, Rooms rooms, DeskClock clock, RandomGenerator random) {
        this.where = where;
        this.rooms = rooms;
        dispatch = new Dispatch(site, rooms, clock, random);
        javalin = Javalin.create(this::configure);
    }

    /// Without TLS; port 0 takes any free one.
    ///
    /// @param random for incident codes
    public StaffListener(
            InetSocketAddress address,
            Site site,
            Rooms rooms,
            DeskClock clock,
            RandomGenerator random) {
        this(new Listening(address), site, rooms, clock, random);
    }

    /// Starts to listen and returns once it does.
    ///
    /// @throws PortTaken when the address is in use or may not be used
    public void start() {
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw new PortTaken(where.address(), e);
        }
    }

    /// The port it listens on.
    public int port() {
        return javalin.port();
    }

    /// Every route that answers here, for tests that walk them all.
    public List<Route> routes() {
        return rooms.routes();
    }

    /// Takes no new request, gives those being answered a moment, and closes. Whoever is not
    /// answered by then is cut off: what stands below must be closed too.
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.info("somebody was still being answered when the pages closed");
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.treatMultipleSlashesAsSingleSlash = false;
        new ServerLimits(where, dispatch.site()).apply(config);
        config.routes.before(this::atTheDoor);
        StaticFiles.all().forEach(file -> endpoint(config, HandlerType.GET, file.path(), file));
        rooms.routes().stream().sorted(LITERAL_FIRST).forEach(route -> add(config, route));
        config.routes.exception(HttpResponseException.class, this::noSuchRoute);
        config.routes.exception(Exception.class, (e, context) -> dispatch.failed(context, e));
        config.router.javaLangErrorHandler((response, error) -> response.setStatus(500));
    }

    /// `/alarms/new` is asked before `/alarms/{id}`.
    private static final Comparator<Route> LITERAL_FIRST =
            Comparator.comparing(route -> route.path().replace('{', '\uFFFF'));

    private void add(JavalinConfig config, Route route) {
        switch (route.method()) {
            case GET -> {
                endpoint(config, HandlerType.GET, route.path(), c -> dispatch.route(c, route));
                if (!(route.gate() instanceof Gate.Machine)) {
                    endpoint(config, HandlerType.HEAD, route.path(), c -> dispatch.route(c, route));
                }
            }
            case POST ->
                    endpoint(config, HandlerType.POST, route.path(), c -> dispatch.route(c, route));
        }
    }

    private static void endpoint(
            JavalinConfig config, HandlerType type, String path, io.javalin.http.Handler handler) {
        config.routes.addEndpoint(new Endpoint(type, path, handler));
    }

    private void atTheDoor(Context context) {
        Asked asked = Asked.of(context, dispatch.site());
        SecurityHeaders.always(asked.tls()).forEach(context::header);
        if (asked.host().isEmpty()) {
            dispatch.misdirected(context);
            context.skipRemainingHandlers();
        }
    }

    private void noSuchRoute(HttpResponseException e, Context context) {
        if (e instanceof MethodNotAllowedResponse) {
            dispatch.wrongMethod(context);
        } else if (e.getStatus() == 404) {
            dispatch.notHere(context);
        } else {
            dispatch.failed(context, e);
        }
    }
}
