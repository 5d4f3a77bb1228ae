package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What somebody chooses comes from a telephone that wrote into it where it was. The picture stays,
/// the place does not.
class APictureForAnEnvelope {
    private static byte[] kept(byte[] file) {
        return FileKind.of(file).orElseThrow().kept(file).orElseThrow();
    }

    private static boolean isCut(byte[] file) {
        return FileKind.of(file).flatMap(kind -> kind.kept(file)).isEmpty();
    }

    private static void saysNoPlace(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(Drawn.PLACE), text);
    }

    private static void showsTheSame(byte[] one, byte[] other) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(other));
        assertNotNull(second, "it can be read");
        assertEquals(first.getWidth(), second.getWidth());
        for (int x = 0; x < first.getWidth(); x++) {
            for (int y = 0; y < first.getHeight(); y++) {
                assertEquals(first.getRGB(x, y), second.getRGB(x, y));
            }
        }
    }

    @Test
    void is_known_by_its_first_bytes_whatever_it_is_called() {
        assertEquals(Optional.of(FileKind.JPEG), FileKind.of(Drawn.jpeg()));
        assertEquals(Optional.of(FileKind.PNG), FileKind.of(Drawn.png()));
        assertEquals(Optional.of(FileKind.PDF), FileKind.of(Drawn.pdf("x")));
        for (String other : List.of("", "GIF89a", "<svg/>", "PK\u0003\u0004", "MZ", " %PDF-1.4")) {
            assertEquals(Optional.empty(), FileKind.of(Drawn.text(other)), other);
        }
    }

    @Test
    void stays_as_it_is_where_a_camera_wrote_nothing_into_it() {
        assertArrayEquals(Drawn.jpeg(), kept(Drawn.jpeg()));
        assertArrayEquals(Drawn.png(), kept(Drawn.png()));
    }

    @Test
    void loses_what_a_camera_wrote_into_a_jpeg_and_shows_the_same() throws IOException {
        byte[] place = Drawn.text(Drawn.PLACE);
        byte[] written = Drawn.jpeg();
        for (int marker : List.of(0xe0, 0xe1, 0xe2, 0xe3, 0xed, 0xee, 0xef, 0xfe, 0xf0)) {
            written = Drawn.with(written, marker, place);
        }
        written = Drawn.with(written, 0xe1, Drawn.exif((short) 1));
        byte[] photoThatMoves = Drawn.joined(written, Drawn.joined(Drawn.jpeg(), place));
        assertArrayEquals(Drawn.jpeg(), kept(photoThatMoves));
        showsTheSame(Drawn.jpeg(), kept(photoThatMoves));
    }

    @Test
    void keeps_which_side_is_up_and_nothing_else_of_exif() throws IOException {
        byte[] upright = Drawn.with(Drawn.jpeg(), 0xe1, Drawn.exif((short) 6));
        byte[] kept = kept(upright);
        saysNoPlace(kept);
        // In the order of bytes that stands in it, as its only field.
        byte[] side = {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6};
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        assertEquals(
                2 + 4 + 6 + 8 + 2, text.indexOf(new String(side, StandardCharsets.ISO_8859_1)));
        assertEquals(Drawn.jpeg().length + 36, kept.length);
        showsTheSame(Drawn.jpeg(), kept);
        assertArrayEquals(kept, kept(kept));
        for (short none : new short[] {0, 1, 9, -1}) {
            byte[] lying = Drawn.with(Drawn.jpeg(), 0xe1, Drawn.exif(none));
            assertArrayEquals(Drawn.jpeg(), kept(lying));
        }
    }

    @Test
    void loses_the_small_preview_in_the_head_of_a_jpeg() {
        byte[] head = Drawn.text("JFIF\0\1\1\0\0\1\0\1\3\1" + Drawn.PLACE);
        byte[] bare = kept(Drawn.with(Drawn.jpeg(), 0xe0, head));
        saysNoPlace(bare);
        assertArrayEquals(new byte[2], Arrays.copyOfRange(bare, 18, 20), "no size of it either");
        // Its own head came second, and one is enough.
        assertEquals(Drawn.jpeg().length, bare.length);
    }

    @Test
    void loses_what_programs_wrote_into_a_png_and_shows_the_same() throws IOException {
        byte[] place = Drawn.text(Drawn.PLACE);
        byte[] written = Drawn.png();
        for (String name :
                List.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "pHYs", "acTL", "caBX")) {
            written = Drawn.with(written, name, place);
        }
        byte[] more = Drawn.joined(written, place);
        assertArrayEquals(Drawn.png(), kept(more));
        showsTheSame(Drawn.png(), kept(more));
    }

    @Test
    void is_refused_when_it_was_cut_off() {
        for (byte[] whole : List.of(Drawn.jpeg(), Drawn.png())) {
            for (int length = 8; length < whole.length; length += 3) {
                assertEquals(true, isCut(Arrays.copyOf(whole, length)), length + " bytes");
            }
        }
        byte[] paper = Drawn.pdf("x".repeat(2_000));
        assertArrayEquals(paper, kept(paper));
        assertEquals(true, isCut(Arrays.copyOf(paper, paper.length - 10)));
    }

    @Test
    void is_refused_when_a_chunk_of_it_was_changed_or_is_out_of_place() {
        byte[] changed = Drawn.png();
        changed[60] ^= 1;
        assertEquals(true, isCut(changed));
        assertEquals(true, isCut(Drawn.with(Drawn.png(), "IHDR", new byte[13])));
        byte[] huge = Drawn.with(Drawn.png(), "tEXt", new byte[4]);
        huge[8 + 12 + 13] = 0x7f;
        assertEquals(true, isCut(huge));
        huge[8 + 12 + 13] = (byte) 0xff;
        assertEquals(true, isCut(huge));
    }

    @Test
    void is_refused_when_it_would_fill_the_memory_of_whoever_opens_it() {
        byte[] png = Drawn.png();
        int sizes = 8 + 8;
        png[sizes] = 0x7f;
        var sum = new CRC32();
        sum.update(png, sizes - 4, 4 + 13);
        ByteBuffer.wrap(png).putInt(sizes + 13, (int) sum.getValue());
        assertEquals(true, isCut(png));
        byte[] jpeg = Drawn.jpeg();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        jpeg[frame + 5] = (byte) 0xff;
        jpeg[frame + 7] = (byte) 0xff;
        assertEquals(true, isCut(jpeg));
    }

    @Test
    void of_a_jpeg_no_segment_is_longer_than_the_file() {
        byte[] jpeg = Drawn.with(Drawn.jpeg(), 0xfe, new byte[4]);
        jpeg[4] = (byte) 0xff;
        assertEquals(true, isCut(jpeg));
        jpeg[4] = 0;
        jpeg[5] = 1;
        assertEquals(true, isCut(jpeg));
        assertEquals(true, isCut(new byte[] {-1, -40, -1, -39}));
    }
}
