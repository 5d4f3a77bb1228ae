package org.watchword.desk.web;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.Foreign;

/// Any bytes as a form with files: refused with a status, or what came of it is no more than came,
/// its texts are clean, and both are the same however few bytes arrive at a time.
///
/// Two parts: the type of the content and the body. Where the type is empty the boundary is `b`.
public final class AnyFormWithFiles {
    private static final List<String> NAMES = List.of("a", "f", "text");
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final int MOST = 64;

    public static void fuzzerTestOneInput(byte[] data) {
        List<byte[]> parts = Foreign.parts(data, 2);
        String type = Foreign.text(parts.get(0));
        Optional<Boundary> boundary = Boundary.in(type.isEmpty() ? TYPE : type);
        if (boundary.isPresent()) {
            byte[] body = parts.get(1);
            String whole = read(boundary.get(), new ByteArrayInputStream(body), body.length);
            String slow = read(boundary.get(), new OneByOne(body), body.length);
            promise(whole.equals(slow), "the same however it arrives");
        }
    }

    private static String read(Boundary boundary, ByteArrayInputStream body, int length) {
        var read = new StringBuilder();
        try (PostedForm form = FormWithFiles.read(boundary, body, MOST, () -> {})) {
            for (String name : NAMES) {
                form.cleaned(name).ifPresent(text -> promiseClean(text, "a cleaned text"));
                read.append(form.cleaned(name)).append(';');
                form.file(name).ifPresent(file -> read.append(shown(file, length)));
                strict(form, name, read);
            }
        } catch (FormRefusal e) {
            promise(List.of(400, 413).contains(e.status()), "a refusal has its status");
            return "refused " + e.why().key();
        }
        return read.toString();
    }

    private static void strict(PostedForm form, String name, StringBuilder read) {
        try {
            form.texts(name).forEach(text -> promiseClean(text, "a text"));
            read.append(form.texts(name));
        } catch (FormRefusal e) {
            read.append(e.why().key());
        }
    }

    private static String shown(Upload file, int length) {
        return switch (file) {
            case Upload.TooLarge _ -> "too large";
            case Upload.Whole whole -> {
                promise(whole.bytes().length <= Math.min(MOST, length), "no more than came");
                yield new String(whole.bytes(), StandardCharsets.ISO_8859_1);
            }
        };
    }

    /// Lets one byte arrive at a time.
    private static final class OneByOne extends ByteArrayInputStream {
        OneByOne(byte[] body) {
            super(body);
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) {
            return super.read(into, from, Math.min(most, 1));
        }
    }

    private AnyFormWithFiles() {}
}
