package org.watchword.desk.delivery;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// A mail server's IMAP over TLS, passed on line by line, but for its word that it can call.
final class WithoutIdle implements Closeable {
    private final ServerSocket listening;
    private final SSLContext behindIt;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// How often the word was taken out.
    final AtomicInteger hidden = new AtomicInteger();

    /// How often a client came.
    final AtomicInteger came = new AtomicInteger();

    /// What clients said that asked to be called all the same.
    final List<String> idled = new CopyOnWriteArrayList<>();

    WithoutIdle(TestTls tls, int server) throws IOException {
        behindIt = MailTrust.of(tls.pem()).context();
        this.server = server;
        var here = InetAddress.getLoopbackAddress();
        listening = tls.context().getServerSocketFactory().createServerSocket(0, 50, here);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                came.incrementAndGet();
                Socket behind = behindIt.getSocketFactory().createSocket("localhost", server);
                open.add(behind);
                Thread.ofVirtual().start(() -> pass(client, behind, false));
                Thread.ofVirtual().start(() -> pass(behind, client, true));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean fromServer) {
        try (from;
                to) {
            var set = StandardCharsets.ISO_8859_1;
            var in = new BufferedReader(new InputStreamReader(from.getInputStream(), set));
            OutputStream out = to.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!fromServer && line.endsWith(" IDLE")) {
                    idled.add(line);
                }
                out.write(((fromServer ? muted(line) : line) + "\r\n").getBytes(set));
                out.flush();
            }
        } catch (IOException e) {
            // Either side hung up.
        }
    }

    private String muted(String line) {
        String muted = line.contains("CAPABILITY") ? line.replace(" IDLE", "") : line;
        if (!muted.equals(line)) {
            hidden.incrementAndGet();
        }
        return muted;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
