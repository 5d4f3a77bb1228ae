package org.watchword.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;

/// The lines in front of one part of a form with files (RFC 7578). Only the field's name is taken
/// from them, and whether a file was chosen: what it is called and of which type it claims to be is
/// read over.
///
/// @param kind what the part holds
record PartHead(String field, Kind kind) {
    /// What a part holds.
    enum Kind {
        TEXT,
        /// A field for a file, in which none was chosen.
        NO_FILE,
        FILE
    }

    /// The name comes first, as in every browser; what stands behind it is either nothing or a file
    /// name. How quotes within a file name are written differs, and does not matter here.
    private static final Pattern DISPOSITION =
            Pattern.compile(
                    "form-data;[ \\t]*name=\"([A-Za-z0-9_.-]{1,"
                            + Limits.NAME_CHARACTERS
                            + "})\"(?:[ \\t]*|;[ \\t]*(filename\\*?=.*))",
                    Pattern.CASE_INSENSITIVE);

    private static final String NONE_CHOSEN = "filename=\"\"";

    /// A part that is encoded once more would be kept in another form than it was sent.
    private static final List<String> AS_THEY_ARE = List.of("7bit", "8bit", "binary");

    /// Empty for lines of any other shape.
    ///
    /// @param lines up to the empty one, without the last line end
    static Optional<PartHead> in(byte[] lines) {
        Optional<PartHead> head = Optional.empty();
        for (String line : new String(lines, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon < 1 || !isPlain(line)) {
                return Optional.empty();
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> {
                    Optional<PartHead> found = said(value);
                    if (head.isPresent() || found.isEmpty()) {
                        return Optional.empty();
                    }
                    head = found;
                }
                case "content-transfer-encoding" -> {
                    if (!AS_THEY_ARE.contains(value.toLowerCase(Locale.ROOT))) {
                        return Optional.empty();
                    }
                }
                default -> {}
            }
        }
        return head;
    }

    /// No control character but a tab: so no line end that only some programs see, and no line that
    /// goes on with the one before it.
    private static boolean isPlain(String line) {
        return line.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t')
                && line.charAt(0) > ' ';
    }

    private static Optional<PartHead> said(String disposition) {
        var one = DISPOSITION.matcher(disposition);
        if (!one.matches()) {
            return Optional.empty();
        }
        String file = one.group(2);
        if (file == null) {
            return Optional.of(new PartHead(one.group(1), Kind.TEXT));
        }
        boolean none = file.strip().equalsIgnoreCase(NONE_CHOSEN);
        return Optional.of(new PartHead(one.group(1), none ? Kind.NO_FILE : Kind.FILE));
    }
}
