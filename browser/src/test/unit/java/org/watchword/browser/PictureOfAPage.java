package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureOfAPage {
    @Test
    void keeps_its_main_colours_to_the_bit_and_its_soft_edges_nearly() throws IOException {
        var page = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 300; y++) {
                page.setRGB(x, y, y < 200 ? 0xF6F5F1 : y < 290 ? 0x0E5A61 : 0x808000 + x / 2);
            }
        }
        byte[] png = png(page);
        byte[] made = SmallPng.of(png);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(made));
        assertEquals(0xFFF6F5F1, small.getRGB(10, 10));
        assertEquals(0xFF0E5A61, small.getRGB(10, 250));
        assertTrue(Math.abs(new Color(small.getRGB(399, 299)).getBlue() - 199) <= 4);
        assertTrue(made.length <= png.length);
        assertArrayEquals(made, SmallPng.of(png));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
