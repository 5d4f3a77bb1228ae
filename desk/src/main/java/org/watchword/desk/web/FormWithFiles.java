package org.watchword.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Reads a form with files (`multipart/form-data`, RFC 7578) while it arrives. It takes the one
/// spelling that browsers send: what two readers could read in two ways is refused, a preamble, an
/// epilogue, a field that names two files. A file beyond its limit is let pass and forgotten, so
/// that what was typed beside it can be shown again.
final class FormWithFiles {
    private static final byte[] LINE = bytes("\r\n");
    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] END = bytes("--");

    private final Arriving arriving;
    private final byte[] between;
    private final int fileBytes;
    private final Gathered texts = new Gathered(Limits.SESSION_FORM_BYTES);
    private final List<PostedForm.Field> fields = new ArrayList<>();
    private final Map<String, Optional<Upload>> files = new HashMap<>();
    private int parts;

    private FormWithFiles(Arriving arriving, Boundary boundary, int fileBytes) {
        this.arriving = arriving;
        this.between = boundary.between();
        this.fileBytes = fileBytes;
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /// @param fileBytes that each file may have
    /// @param inTime throws when it takes too long
    /// @throws FormRefusal when it is no such form, has too many fields or too much text, or did
    ///   not arrive whole
    static PostedForm read(Boundary boundary, InputStream body, int fileBytes, Runnable inTime) {
        try (var arriving = new Arriving(body, inTime)) {
            var form = new FormWithFiles(arriving, boundary, fileBytes);
            try {
                form.all(boundary);
                return PostedForm.withFiles(form.texts.exactly(), form.fields, form.chosen());
            } catch (FormRefusal | IOException e) {
                form.forget();
                throw e instanceof FormRefusal refusal ? refusal : brokenOff();
            }
        }
    }

    private void all(Boundary boundary) throws IOException {
        whole(arriving.passes(boundary.first()));
        while (arriving.passes(LINE)) {
            part();
        }
        whole(arriving.passes(END));
        boolean ends = arriving.isAtItsEnd() || (arriving.passes(LINE) && arriving.isAtItsEnd());
        whole(ends);
    }

    private void part() throws IOException {
        if (++parts > Limits.FORM_FIELDS) {
            throw new FormRefusal(400, Sentence.of("web.form.too_many"));
        }
        PartHead head = head();
        switch (head.kind()) {
            case TEXT -> text(head.field());
            case NO_FILE, FILE -> file(head);
        }
    }

    private PartHead head() throws IOException {
        try (var lines = new Gathered(Limits.PART_HEAD_BYTES)) {
            boolean ended = arriving.upTo(END_OF_HEAD, lines);
            if (lines.isTooMany()) {
                throw malformed();
            }
            whole(ended);
            return PartHead.in(lines.exactly()).orElseThrow(FormWithFiles::malformed);
        }
    }

    private void text(String field) throws IOException {
        if (files.containsKey(field)) {
            throw malformed();
        }
        int from = texts.length();
        boolean ended = arriving.upTo(between, texts);
        if (texts.isTooMany()) {
            throw new FormRefusal(413, Sentence.of("web.form.too_large"));
        }
        whole(ended);
        fields.add(new PostedForm.Field(field, from, texts.length(), true));
    }

    private void file(PartHead head) throws IOException {
        boolean twice =
                files.containsKey(head.field())
                        || fields.stream().anyMatch(one -> one.name().equals(head.field()));
        if (twice || files.size() == Limits.FORM_FILES) {
            throw malformed();
        }
        try (var bytes = new Gathered(fileBytes)) {
            whole(arriving.upTo(between, bytes));
            boolean none = head.kind() == PartHead.Kind.NO_FILE && bytes.length() == 0;
            files.put(
                    head.field(),
                    none && !bytes.isTooMany()
                            ? Optional.empty()
                            : Optional.of(
                                    bytes.isTooMany()
                                            ? new Upload.TooLarge()
                                            : new Upload.Whole(bytes.exactly())));
        }
    }

    private Map<String, Upload> chosen() {
        var chosen = new HashMap<String, Upload>();
        files.forEach((field, file) -> file.ifPresent(one -> chosen.put(field, one)));
        return chosen;
    }

    private void forget() {
        texts.close();
        chosen().values().forEach(PostedForm::forget);
    }

    private static void whole(boolean holds) {
        if (!holds) {
            throw brokenOff();
        }
    }

    private static FormRefusal brokenOff() {
        return new FormRefusal(400, Sentence.of("web.form.broken_off"));
    }

    private static FormRefusal malformed() {
        return new FormRefusal(400, Sentence.of("web.form.type"));
    }
}
