package org.watchword.story.process;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for programs that are told theirs before they listen.
public final class Ports {
    /// Below those that systems hand out by themselves: another program could be given one of these
    /// before the one that it is meant for has come up.
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /// A port of this machine that nobody listens at just now.
    ///
    /// @throws BindException when none is found
    public static int free() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody listens there.
            }
        }
        throw new BindException("no port is free");
    }
}
