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
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that speaks just enough SMTP, and misbehaves at a chosen point.
final class FaultyMailServer implements Closeable {
    private final ServerSocket listening;
    private final SSLContext tls;
    private final Security security;
    private final Fault fault;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// Every line that any client said.
    final List<String> heard = new CopyOnWriteArrayList<>();

    /// How many conversations there were.
    final AtomicInteger calls = new AtomicInteger();

    /// The messages taken.
    final List<String> taken = new CopyOnWriteArrayList<>();

    enum Security {
        IMPLICIT,
        STARTTLS,
        NONE
    }

    /// At which word (`greeting`, `EHLO`, `MAIL`, `RCPT`, `DATA`, `.`) it does what instead.
    ///
    /// @param says what it answers; `hang`, `drop`, `drip` and `flood` are what they say
    /// @param after so many messages of the same conversation went well before
    record Fault(String at, String says, int after) {
        static final Fault NONE = new Fault("never", "");

        Fault(String at, String says) {
            this(at, says, 0);
        }

        Fault afterOne() {
            return new Fault(at, says, 1);
        }
    }

    FaultyMailServer(SSLContext tls, Security security, Fault fault) throws IOException {
        this.tls = tls;
        this.security = security;
        this.fault = fault;
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

    private void serve(Socket socket) {
        calls.incrementAndGet();
        try (socket) {
            talk(security == Security.IMPLICIT ? encrypted(socket) : socket, true);
        } catch (IOException e) {
            // The client hung up, which is one of the things that are tried.
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private void talk(Socket socket, boolean greet) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        int before = 0;
        if (greet && !answer("greeting", "220 here", before, out)) {
            return;
        }
        boolean secure = socket instanceof SSLSocket;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("STARTTLS")) {
                say(out, "220 go on");
                talk(encrypted(socket), false);
                return;
            }
            if (!answer(verb, usual(verb, secure), before, out)) {
                return;
            }
            if (verb.equals("DATA") && !isFaulty("DATA", before)) {
                String message = message(in);
                boolean takes = !isFaulty(".", before);
                // Whoever hears that it is taken may look at once.
                if (takes) {
                    taken.add(message);
                }
                if (!answer(".", "250 taken", before, out)) {
                    return;
                }
                if (takes) {
                    before++;
                }
            }
        }
    }

    private String usual(String verb, boolean secure) {
        return switch (verb) {
            case "EHLO" ->
                    security == Security.STARTTLS && !secure
                            ? "250-here\r\n250 STARTTLS"
                            : "250-here\r\n250 8BITMIME";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    /// Answers, or misbehaves if this is the point; false to hang up.
    private boolean answer(String at, String usual, int before, OutputStream out)
            throws IOException {
        if (!isFaulty(at, before)) {
            say(out, usual);
            return true;
        }
        switch (fault.says()) {
            case "hang" -> sleepUntilClosed();
            case "drip" -> drip(out);
            case "flood" -> flood(out);
            case "drop" -> {
                return false;
            }
            case "half" -> {
                out.write("25".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return false;
            }
            default -> say(out, fault.says());
        }
        return true;
    }

    private boolean isFaulty(String at, int before) {
        return fault.at().equals(at) && before >= fault.after();
    }

    private void sleepUntilClosed() throws IOException {
        drip(OutputStream.nullOutputStream());
    }

    /// One byte of an endless answer now and then: always in time, never done.
    private void drip(OutputStream out) throws IOException {
        while (!listening.isClosed()) {
            out.write('2');
            out.flush();
            pause();
        }
    }

    private static void flood(OutputStream out) throws IOException {
        byte[] much = "250-still talking ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(much);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
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
