package org.watchword.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Reads a posted form from the bytes of a request, within its limits. Nobody else parses bodies.
final class FormReader {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final DeskClock clock;
    private final Semaphore withFiles = new Semaphore(Limits.UPLOADS_AT_ONCE);

    FormReader(DeskClock clock) {
        this.clock = clock;
    }

    /// What came with the headers.
    record Body(Optional<String> contentType, long announced, InputStream bytes) {}

    /// @param most bytes that it may have
    /// @throws FormRefusal when it is no form, too large, has too many fields or comes too slowly
    PostedForm read(Optional<String> contentType, long announced, InputStream body, int most) {
        if (contentType.isEmpty() || !isForm(contentType.get())) {
            throw new FormRefusal(415, Sentence.of("web.form.type"));
        }
        Arrived arrived = filled(announced, body, most);
        try {
            return PostedForm.parse(arrived.buffer, arrived.length);
        } catch (FormRefusal e) {
            Arrays.fill(arrived.buffer, (byte) 0);
            throw e;
        }
    }

    /// The same, or a form with files where that is what came: only so many are in hand at once.
    ///
    /// @param fileBytes that each file may have
    /// @param ends is given what has to be done when the request ends
    PostedForm readWithFiles(Body body, int most, int fileBytes, Consumer<Runnable> ends) {
        String type = body.contentType().orElse("");
        if (!Boundary.isMultipart(type)) {
            return read(body.contentType(), body.announced(), body.bytes(), most);
        }
        Boundary boundary =
                Boundary.in(type)
                        .orElseThrow(() -> new FormRefusal(415, Sentence.of("web.form.type")));
        if (body.announced() > Limits.UPLOAD_BYTES) {
            throw new FormRefusal(413, Sentence.of("web.form.too_large_file"));
        }
        if (!withFiles.tryAcquire()) {
            swallow(body.bytes(), body.announced());
            throw new FormRefusal(503, Sentence.of("web.form.busy"));
        }
        ends.accept(withFiles::release);
        long begun = clock.monotonicNanos();
        return FormWithFiles.read(
                boundary, body.bytes(), fileBytes, () -> inTime(begun, Limits.UPLOAD_ARRIVAL));
    }

    /// The bytes that a machine posted, of whatever type.
    ///
    /// @param most bytes that it may have
    /// @throws FormRefusal when it is too large or comes too slowly
    byte[] bytes(long announced, InputStream body, int most) {
        Arrived arrived = filled(announced, body, most);
        byte[] exactly = Arrays.copyOf(arrived.buffer, arrived.length);
        Arrays.fill(arrived.buffer, (byte) 0);
        return exactly;
    }

    /// What arrived, at the beginning of a buffer.
    private static final class Arrived {
        private final byte[] buffer;
        private final int length;

        Arrived(byte[] buffer, int length) {
            this.buffer = buffer;
            this.length = length;
        }
    }

    private Arrived filled(long announced, InputStream body, int most) {
        if (announced > most) {
            swallow(body, announced);
            throw tooLarge();
        }
        try {
            return filled(body, most);
        } catch (IOException e) {
            throw new FormRefusal(408, Sentence.of("web.form.broken_off"));
        }
    }

    private Arrived filled(InputStream body, int most) throws IOException {
        byte[] buffer = new byte[Math.min(most, Limits.FORM_BYTES) + 1];
        long begun = clock.monotonicNanos();
        int length = 0;
        try {
            while (true) {
                int n = body.read(buffer, length, buffer.length - length);
                if (n < 0) {
                    return new Arrived(buffer, length);
                }
                length += n;
                if (length > most) {
                    throw tooLarge();
                }
                inTime(begun, Limits.FORM_ARRIVAL);
                if (length == buffer.length) {
                    byte[] grown = Arrays.copyOf(buffer, Math.min(most, 2 * length) + 1);
                    Arrays.fill(buffer, (byte) 0);
                    buffer = grown;
                }
            }
        } catch (FormRefusal | IOException e) {
            Arrays.fill(buffer, (byte) 0);
            throw e;
        }
    }

    private void inTime(long begun, Duration most) {
        if (clock.monotonicNanos() - begun > most.toNanos()) {
            throw new FormRefusal(408, Sentence.of("web.form.broken_off"));
        }
    }

    /// Lets a form arrive that nobody reads, so that the page about it reaches a browser that
    /// answers nobody before it has sent everything.
    void letPass(Body body) {
        swallow(body.bytes(), body.announced());
    }

    /// Lets the rest arrive unread. What is larger than that, or does not come, is cut off.
    private void swallow(InputStream body, long announced) {
        if (announced > Limits.SWALLOWED_BYTES) {
            return;
        }
        long begun = clock.monotonicNanos();
        byte[] gone = new byte[8 * 1024];
        try {
            while (body.read(gone) >= 0) {
                inTime(begun, Limits.FORM_ARRIVAL);
            }
        } catch (IOException cutOff) {
            return;
        } finally {
            Arrays.fill(gone, (byte) 0);
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
