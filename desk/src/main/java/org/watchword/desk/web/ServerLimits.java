package org.watchword.desk.web;

import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.watchword.desk.basis.Limits;

/// How the server below is set: where it listens, how much it takes, and what it says of itself,
/// which is nothing.
record ServerLimits(InetSocketAddress address, Site site) {
    void apply(JavalinConfig config) {
        config.http.maxRequestSize = Limits.SESSION_FORM_BYTES + 1;
        config.jetty.modifyHttpConfiguration(ServerLimits::http);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(this::server);
        config.jetty.modifyServletContextHandler(
                handler -> handler.setErrorHandler(new EarlyErrors(site)));
    }

    private static void http(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(Limits.HEADER_BYTES);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRelativeRedirectAllowed(true);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(Limits.CONNECTION_SILENCE.toMillis());
        connector.setShutdownIdleTimeout(Limits.STOPPING.toMillis());
        return connector;
    }

    private void server(Server server) {
        server.setErrorHandler(new EarlyErrors(site));
        server.setStopTimeout(Limits.STOPPING.toMillis());
        var limit = new NetworkConnectionLimit(Limits.CONNECTIONS, server);
        limit.setEndPointIdleTimeout(Limits.CROWDED_SILENCE.toMillis());
        server.addBean(limit);
    }
}
