package org.watchword.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Makes a picture of a page small: at most 256 colours, the ones used most; each of the others
/// becomes the nearest of them. A page has few colours, and the rest are the soft edges of letters.
final class SmallPng {
    private static final int COLOURS = 256;

    private SmallPng() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels =
                picture.getRGB(
                        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        int[] palette = mostUsed(pixels);
        var small =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model(palette));
        Map<Integer, Integer> places = new HashMap<>();
        byte[] indexed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i] & 0xFFFFFF;
            indexed[i] = (byte) (int) places.computeIfAbsent(colour, c -> nearest(palette, c));
        }
        small.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), indexed);
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "png", out)) {
            throw new IOException("no writer for pictures");
        }
        byte[] made = out.toByteArray();
        return made.length < png.length ? made : png;
    }

    private static int[] mostUsed(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(pixels).forEach(p -> counts.merge(p & 0xFFFFFF, 1, Integer::sum));
        List<Map.Entry<Integer, Integer>> ordered =
                counts.entrySet().stream()
                        .sorted(
                                Comparator.<Map.Entry<Integer, Integer>>comparingInt(
                                                e -> -e.getValue())
                                        .thenComparingInt(Map.Entry::getKey))
                        .limit(COLOURS)
                        .toList();
        return ordered.stream().mapToInt(Map.Entry::getKey).toArray();
    }

    private static IndexColorModel model(int[] palette) {
        return new IndexColorModel(
                8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (colour >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (palette[i] & 255) - (colour & 255);
            int far = red * red + green * green + blue * blue;
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }
}
