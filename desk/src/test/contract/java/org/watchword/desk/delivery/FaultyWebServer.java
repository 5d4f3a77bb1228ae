package org.watchword.desk.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A web server that reads a request and then misbehaves: `hang`, `drop`, `drip`, `flood`, or says
/// what it was told to.
final class FaultyWebServer implements Closeable {
    private final ServerSocket listening;
    private final @Nullable SSLContext tls;
    private final String says;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// The first lines of what was asked.
    final List<String> heard = new CopyOnWriteArrayList<>();

    FaultyWebServer(@Nullable SSLContext tls, String says) throws IOException {
        this.tls = tls;
        this.says = says;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            Socket socket = plain;
            if (tls != null) {
                var secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
                secure.setUseClientMode(false);
                secure.startHandshake();
                socket = secure;
            }
            heard.add(head(socket.getInputStream()));
            misbehave(socket);
        } catch (IOException e) {
            // The client hung up, which is one of the things that are tried.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return head.toString();
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private void misbehave(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (says) {
            case "hang" -> drip(OutputStream.nullOutputStream());
            case "drop" -> {}
            case "drip" -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                drip(out);
            }
            case "flood" -> {
                say(out, "HTTP/1.1 200 OK\r\n\r\n");
                byte[] much = "still talking ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    out.write(much);
                }
            }
            default -> say(out, says.replace("\\r\\n", "\r\n"));
        }
    }

    private void drip(OutputStream out) throws IOException {
        while (!listening.isClosed()) {
            out.write('2');
            out.flush();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
