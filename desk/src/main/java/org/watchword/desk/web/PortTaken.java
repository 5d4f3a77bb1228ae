package org.watchword.desk.web;

import java.net.InetSocketAddress;

/// The address cannot be listened on: another program has it, or this one may not. The caller says
/// so, names the address and stops.
public final class PortTaken extends RuntimeException {
    private final transient InetSocketAddress address;

    PortTaken(InetSocketAddress address, Throwable cause) {
        super("cannot listen on " + address.getHostString() + ":" + address.getPort(), cause);
        this.address = address;
    }

    /// Where it could not listen.
    public InetSocketAddress address() {
        return address;
    }
}
