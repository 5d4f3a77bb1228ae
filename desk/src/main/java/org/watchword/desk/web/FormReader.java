package org.watchword.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Reads a posted form from the bytes of a request, within its limits. Nobody else parses bodies.
final class FormReader {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final DeskClock clock;

    FormReader(DeskClock clock) {
        this.clock = clock;
    }

    /// @throws FormRefusal when it is no form, too large, has too many fields or comes too slowly
    PostedForm read(Optional<String> contentType, long announced, InputStream body) {
        if (contentType.isEmpty() || !isForm(contentType.get())) {
            throw new FormRefusal(415, Sentence.of("web.form.type"));
        }
        if (announced > Limits.FORM_BYTES) {
            throw tooLarge();
        }
        byte[] buffer = new byte[Limits.FORM_BYTES + 1];
        try {
            int length = fill(buffer, body);
            return PostedForm.parse(buffer, length);
        } catch (FormRefusal e) {
            Arrays.fill(buffer, (byte) 0);
            throw e;
        } catch (IOException e) {
            Arrays.fill(buffer, (byte) 0);
            throw new FormRefusal(408, Sentence.of("web.form.broken_off"));
        }
    }

    private int fill(byte[] buffer, InputStream body) throws IOException {
        long begun = clock.monotonicNanos();
        int length = 0;
        while (true) {
            int n = body.read(buffer, length, buffer.length - length);
            if (n < 0) {
                return length;
            }
            length += n;
            if (length > Limits.FORM_BYTES) {
                throw tooLarge();
            }
            if (clock.monotonicNanos() - begun > Limits.FORM_ARRIVAL.toNanos()) {
                throw new FormRefusal(408, Sentence.of("web.form.broken_off"));
            }
        }
    }

    private static boolean isForm(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals(TYPE)) {
            return false;
        }
        return Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> part.substring(8).replace("\"", "").equals("utf-8"));
    }

    private static FormRefusal tooLarge() {
        return new FormRefusal(413, Sentence.of("web.form.too_large"));
    }
}
