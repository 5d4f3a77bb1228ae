package org.watchword.story.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;

/// Stands before a mail server: ends the TLS, and behaves as badly as it is told to.
final class Front implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final ServerSocket listening;
    private final Certificate certificate;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    Front(Certificate certificate, int behind) {
        this.certificate = certificate;
        this.behind = behind;
        try {
            listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("gateway").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    Fault fault() {
        return fault;
    }

    /// From now on it behaves like this; whoever is connected is cut off.
    void turn(Fault to) {
        fault = to;
        open.forEach(Front::shut);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("gateway").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            switch (fault) {
                case HANGS -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                case REFUSES -> say(tls(socket), "421 4.3.2 Not available, try again later\r\n");
                case GARBLES -> say(tls(socket), "<html>\u0001 999 what? \uD83C\uDF2A\r\n\r\n");
                case NONE, SWALLOWS -> pass(tls(socket));
            }
        } catch (IOException e) {
            // Whoever was connected is gone, or was cut off by the next fault: nothing to tell.
        } finally {
            shut(socket);
            open.remove(socket);
        }
    }

    private SSLSocket tls(Socket socket) throws IOException {
        var factory = certificate.server().getSocketFactory();
        var tls = (SSLSocket) factory.createSocket(socket, null, true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }

    private static void say(SSLSocket socket, String line) throws IOException {
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        socket.close();
    }

    private void pass(SSLSocket client) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(server);
            Thread back = Thread.ofVirtual().start(() -> pump(server, client));
            try {
                flow(client.getInputStream(), server.getOutputStream());
            } finally {
                shut(server);
                open.remove(server);
                back.interrupt();
            }
        }
    }

    private static void pump(Socket from, SSLSocket to) {
        try (to) {
            flow(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // One side hung up: so does the other.
        }
    }

    private static void flow(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[8_192];
        for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
            to.write(piece, 0, n);
            to.flush();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it can be.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            // It takes no more connections either way.
        }
        open.forEach(Front::shut);
    }
}
