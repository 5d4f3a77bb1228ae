package org.watchword.desk.web;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;

/// Any bytes as a posted form: refused with a status, or its texts are clean, whatever else stands
/// in it is still there cleaned, and it is posted again as the same.
///
/// Two parts: the type of the content and the body. Where the type is empty it is a form's.
public final class AnyForm {
    private static final List<String> NAMES = List.of("a", "word", "text");
    private static final String TYPE = "application/x-www-form-urlencoded";

    public static void fuzzerTestOneInput(byte[] data) {
        List<byte[]> parts = Foreign.parts(data, 2);
        String type = Foreign.text(parts.get(0));
        try (PostedForm form = read(type.isEmpty() ? TYPE : type, parts.get(1))) {
            for (String name : NAMES) {
                form.cleaned(name).ifPresent(text -> promiseClean(text, "a cleaned text"));
                try (var secret = form.secret(name)) {
                    promise(secret.length() <= data.length, "a secret is what came");
                }
            }
            strict(form);
        } catch (FormRefusal e) {
            promise(List.of(400, 413, 415).contains(e.status()), "a refusal has its status");
        }
    }

    private static PostedForm read(String type, byte[] body) {
        return new FormReader(new Still())
                .read(
                        Optional.of(type),
                        body.length,
                        new ByteArrayInputStream(body),
                        Limits.FORM_BYTES);
    }

    private static void strict(PostedForm form) {
        var again = new StringBuilder("again=1");
        for (String name : NAMES) {
            for (String text : form.texts(name)) {
                promiseClean(text, "a text");
                promise(!text.isBlank(), "a text is not blank");
                again.append('&').append(name).append('=');
                again.append(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = again.toString().getBytes(StandardCharsets.US_ASCII);
        try (PostedForm twice = PostedForm.parse(bytes, bytes.length)) {
            NAMES.forEach(name ->
                    promise(twice.texts(name).equals(form.texts(name)), "posted again as it was"));
        }
    }

    private static final class Still implements DeskClock {
        @Override
        public long monotonicNanos() {
            return 0;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }
    }

    private AnyForm() {}
}
