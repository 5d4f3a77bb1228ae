package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class APictureForACamera {
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final String TEXT = "otpauth://totp/%D0%94?secret=" + "ABCD2345".repeat(6);
    private static final int EDGE = 4;

    @Test
    void says_what_it_was_made_of() throws Exception {
        var qr = Qr.of(TEXT);
        int inside = qr.side() - 2 * EDGE;
        var matrix = new BitMatrix(inside);
        var square = SQUARE.matcher(qr.path());
        int drawn = 0;
        while (square.find()) {
            int x = Integer.parseInt(square.group(1)) - EDGE;
            int y = Integer.parseInt(square.group(2)) - EDGE;
            assertTrue(x >= 0 && y >= 0 && x < inside && y < inside, "the edge is quiet");
            matrix.set(x, y);
            drawn += square.group().length();
        }
        assertEquals(qr.path().length(), drawn, "squares and nothing else");
        assertEquals(TEXT, new Decoder().decode(matrix).getText());
    }
}
