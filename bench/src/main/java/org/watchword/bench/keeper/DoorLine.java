package org.watchword.bench.keeper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.watchword.desk.watch.word.Card;

/// One connection to the quiet door of a desk on this machine, over which a word is said and its
/// answer read: no more of HTTP than that, so that little is measured but the desk.
public final class DoorLine implements AutoCloseable {
    private static final int LINE_BYTES = 8_192;

    private final int port;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public DoorLine(int port) {
        this.port = port;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says the word of a card and returns when it was answered.
    ///
    /// @throws UncheckedIOException when the desk went meanwhile
    public void say(Card card) {
        String form = "a=" + encoded(card.sign()) + "&b=" + encoded(card.ok());
        String request =
                """
                POST / HTTP/1.1
                Host: %s:%d
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                """
                                .formatted(FilledDesk.DOOR, port, form.length())
                                .replace("\n", "\r\n")
                        + form;
        try {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            readAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void readAnswer() throws IOException {
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException("the door answered " + status);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.length() > LINE_BYTES) {
                throw new IOException("the door closed");
            }
            line.append((char) one);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
