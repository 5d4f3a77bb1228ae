package org.watchword.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands between the parts of a form with files: `CRLF -- boundary`, as RFC 2046 has it. One
/// of other letters, or of more than seventy, is none: it could hold line ends of its own.
final class Boundary {
    private static final String TYPE = "multipart/form-data";
    private static final String LETTERS = "0-9A-Za-z'()+_,./:=?-";
    private static final Pattern PARAMETER =
            Pattern.compile(
                    (";[ \\t]*boundary=(?:\"([ LETTERS]{0,69}[LETTERS])\""
                                    + "|([0-9A-Za-z'+_.-]{1,70}))[ \\t]*")
                            .replace("LETTERS", LETTERS),
                    Pattern.CASE_INSENSITIVE);

    private final byte[] between;

    private Boundary(String boundary) {
        between = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether a content is of this type at all, with or without a boundary that can be read.
    static boolean isMultipart(String contentType) {
        String type = contentType.split(";", -1)[0].strip();
        return type.toLowerCase(Locale.ROOT).equals(TYPE);
    }

    /// Empty where there is none, or anything else beside it.
    static Optional<Boundary> in(String contentType) {
        int end = contentType.indexOf(';');
        if (end < 0 || !isMultipart(contentType)) {
            return Optional.empty();
        }
        var one = PARAMETER.matcher(contentType.substring(end));
        return one.matches()
                ? Optional.of(new Boundary(one.group(1) == null ? one.group(2) : one.group(1)))
                : Optional.empty();
    }

    /// Between two parts.
    byte[] between() {
        return between.clone();
    }

    /// Before the first, where no line ends.
    byte[] first() {
        return Arrays.copyOfRange(between, 2, between.length);
    }
}
