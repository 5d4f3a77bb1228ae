package org.watchword.desk.web;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.watchword.desk.basis.Limits;

/// Where a listener listens, and with which certificate; without one it speaks plain http, to
/// people at this machine or to what stands in front of it here.
///
/// @param address port 0 takes any free one
public record Listening(InetSocketAddress address, Optional<Certificate> certificate) {
    /// Without TLS.
    public Listening(InetSocketAddress address) {
        this(address, Optional.empty());
    }

    Connector connector(Server server, HttpConfiguration http) {
        var plain = new HttpConnectionFactory(http);
        ConnectionFactory[] speaks =
                certificate
                        .map(one ->
                                new ConnectionFactory[] {
                                    new SslConnectionFactory(one.forJetty(), "http/1.1"), plain
                                })
                        .orElseGet(() -> new ConnectionFactory[] {plain});
        var connector =
                new ServerConnector(server, null, null, new ForgettingBuffers(), -1, -1, speaks);
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(Limits.CONNECTION_SILENCE.toMillis());
        connector.setShutdownIdleTimeout(Limits.STOPPING.toMillis());
        return connector;
    }
}
