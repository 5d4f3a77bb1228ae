package org.watchword.desk.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.watchword.desk.basis.Limits;

/// How the server below is set: where it listens, how much it takes, and what it says of itself,
/// which is nothing.
record ServerLimits(Listening where, Site site) {
    void apply(JavalinConfig config) {
        config.http.maxRequestSize = Limits.SESSION_FORM_BYTES + 1;
        config.jetty.modifyHttpConfiguration(ServerLimits::http);
        config.jetty.addConnector(where::connector);
        config.jetty.modifyServer(this::server);
        config.jetty.modifyServletContextHandler(
                handler -> handler.setErrorHandler(new EarlyErrors(site)));
    }

    /// Of everything that listens: says nothing of itself, and keeps no header of a request for the
    /// next one on its connection.
    static void http(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(Limits.HEADER_BYTES);
        http.setHeaderCacheSize(0);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRelativeRedirectAllowed(true);
    }

    private void server(Server server) {
        server.setErrorHandler(new EarlyErrors(site));
        limit(server);
    }

    static void limit(Server server) {
        server.setStopTimeout(Limits.STOPPING.toMillis());
        var limit = new NetworkConnectionLimit(Limits.CONNECTIONS, server);
        limit.setEndPointIdleTimeout(Limits.CROWDED_SILENCE.toMillis());
        server.addBean(limit);
    }
}
