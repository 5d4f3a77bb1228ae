package org.watchword.story.gateway;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of kannel's fake SMSC, `from to kind [udh] payload`, and puts the parts of a
/// long message together (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
final class KannelLines {
    private static final Pattern LINE =
            Pattern.compile(
                    "(\\S+) (\\S+) (?:udh (\\S+) )?(text|data|ucs-2) ?(.*)", Pattern.DOTALL);
    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;
    private static final int CONTROLS = 0x20;

    private final Map<String, Map<Integer, byte[]>> pieces = new HashMap<>();

    /// A message as its receiver reads it.
    record Whole(String from, String to, String text) {}

    /// Which part of which message a piece is.
    private record Part(String message, int of, int number) {}

    static boolean begins(String line) {
        return LINE.matcher(line).matches();
    }

    /// Every byte of the text in UCS-2, as kannel reads it.
    static String unicode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        return bytes.length == 0
                ? ""
                : "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(bytes);
    }

    /// Takes one piece; what comes back is a whole message.
    Optional<Whole> take(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String from = found.group(1);
        String to = found.group(2);
        String kind = found.group(4).toLowerCase(Locale.ROOT);
        String payload = found.group(5);
        byte[] body =
                kind.equals("text") ? payload.getBytes(StandardCharsets.UTF_8) : bytes(payload);
        Optional<Part> part =
                Optional.ofNullable(found.group(3))
                        .flatMap(udh -> part(from + " " + to, bytes(udh)));
        if (part.isPresent()) {
            return put(part.get(), body).map(all -> new Whole(from, to, text(all)));
        }
        return Optional.of(
                new Whole(
                        from,
                        to,
                        kind.equals("ucs-2")
                                ? new String(body, StandardCharsets.UTF_16BE)
                                : text(body)));
    }

    private Optional<byte[]> put(Part part, byte[] body) {
        Map<Integer, byte[]> so = pieces.computeIfAbsent(part.message, _ -> new HashMap<>());
        so.put(part.number, body);
        if (so.size() < part.of) {
            return Optional.empty();
        }
        pieces.remove(part.message);
        var all = new ByteArrayOutputStream();
        for (int i = 1; i <= part.of; i++) {
            all.writeBytes(so.getOrDefault(i, new byte[0]));
        }
        return Optional.of(all.toByteArray());
    }

    private static Optional<Part> part(String between, byte[] header) {
        for (int at = 1; at + 1 < header.length; at += 2 + header[at + 1]) {
            int kind = header[at];
            int end = at + 2 + header[at + 1];
            if ((kind == SHORT_REFERENCE || kind == LONG_REFERENCE) && end <= header.length) {
                String reference = HexFormat.of().formatHex(header, at, end - 1);
                return Optional.of(
                        new Part(between + " " + reference, header[end - 2], header[end - 1]));
            }
        }
        return Optional.empty();
    }

    /// A part does not say how it is written. In UCS-2 every character that a story knows has a
    /// byte that no readable text has.
    private static String text(byte[] body) {
        boolean readable = true;
        for (byte b : body) {
            readable &= b == '\n' || b == '\r' || b < 0 || b >= CONTROLS;
        }
        List<Charset> tried =
                readable
                        ? List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)
                        : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_8);
        for (Charset charset : tried) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            } catch (CharacterCodingException e) {
                // Not this one.
            }
        }
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
