package org.watchword.desk.casebook.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of files that an envelope takes, told by their first bytes: what a browser claims of a
/// file is not asked.
enum FileKind {
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    PDF("application/pdf", "pdf", "%PDF-");

    /// What a browser can still be asked to show: more than most telephones take. Two megabytes can
    /// hold a picture that fills the memory of the one who opens it.
    private static final long MOST_PIXELS = 50_000_000;

    /// How far from its end a PDF says that it ends.
    private static final int PDF_END_WITHIN = 1024;

    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final String type;
    private final String ending;
    private final String begins;

    /// @param begins a character for each of its first bytes
    FileKind(String type, String ending, String begins) {
        this.type = type;
        this.ending = ending;
        this.begins = begins;
    }

    static Optional<FileKind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        int length = Math.min(file.length, begins.length());
        return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(begins);
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    /// The file as it is kept: a picture without what cameras and programs write into it beside the
    /// picture, a PDF as it is. Empty for one that is not whole, or of more points than can be
    /// shown. Its owner zeroes it.
    Optional<byte[]> kept(byte[] file) {
        return switch (this) {
            case JPEG -> BareJpeg.of(file);
            case PNG -> BarePng.of(file);
            case PDF -> isEndOfPdf(file) ? Optional.of(file.clone()) : Optional.empty();
        };
    }

    /// Whether a picture of these sizes, without a sign, can be shown.
    static boolean canBeShown(int width, int height) {
        long pixels = Integer.toUnsignedLong(width) * Integer.toUnsignedLong(height);
        return width != 0 && height != 0 && pixels > 0 && pixels <= MOST_PIXELS;
    }

    private static boolean isEndOfPdf(byte[] file) {
        int first = Math.max(0, file.length - PDF_END_WITHIN);
        for (int at = file.length - PDF_END.length; at >= first; at--) {
            if (Arrays.equals(file, at, at + PDF_END.length, PDF_END, 0, PDF_END.length)) {
                return true;
            }
        }
        return false;
    }
}
