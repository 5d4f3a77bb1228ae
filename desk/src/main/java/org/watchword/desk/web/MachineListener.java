package org.watchword.desk.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;

/// A listener of its own for one address that machines post to. Whatever else is asked is answered
/// by a number and an empty text.
public final class MachineListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineListener.class);

    private final Listening where;
    private final Server server;

    /// Made, and not yet listening.
    ///
    /// @param most bytes that may be posted
    /// @param take gives the answer to what was posted
    public MachineListener(
            Listening where,
            String path,
            int most,
            Function<byte[], Answer.Plain> take,
            Means means) {
        this.where = where;
        var pool = new QueuedThreadPool();
        pool.setName("machines");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("machines-"));
        server = new Server(pool);
        server.setHandler(new Taking(path, most, take, means));
        server.setErrorHandler((_, response, callback) -> {
            response.write(true, ByteBuffer.allocate(0), callback);
            return true;
        });
        ServerLimits.limit(server);
        var http = new HttpConfiguration();
        ServerLimits.http(http);
        server.addConnector(where.connector(server, http));
    }

    /// What it works with.
    ///
    /// @param random for incident codes
    public record Means(DeskClock clock, RandomGenerator random) {}

    /// Answers what is posted.
    private static final class Taking extends Handler.Abstract {
        private final String path;
        private final int most;
        private final Function<byte[], Answer.Plain> take;
        private final FormReader reader;
        private final RandomGenerator random;

        Taking(String path, int most, Function<byte[], Answer.Plain> take, Means means) {
            this.path = path;
            this.most = most;
            this.take = take;
            this.reader = new FormReader(means.clock());
            this.random = means.random();
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Answer.Plain said = said(request);
            response.setStatus(said.status());
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(
                    true,
                    ByteBuffer.wrap(said.text().getBytes(StandardCharsets.US_ASCII)),
                    callback);
            return true;
        }

        private Answer.Plain said(Request request) {
            if (!path.equals(Request.getPathInContext(request))
                    || !request.getMethod().equals("POST")) {
                return new Answer.Plain(404, "");
            }
            try {
                return take.apply(
                        reader.bytes(
                                request.getLength(), Content.Source.asInputStream(request), most));
            } catch (FormRefusal e) {
                return new Answer.Plain(e.status(), "");
            } catch (RuntimeException | StackOverflowError e) {
                var _ = Incident.of(e, "POST " + path, random);
                return new Answer.Plain(500, "");
            }
        }
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
            LOG.info("somebody was still being answered when the address closed");
        }
    }
}
