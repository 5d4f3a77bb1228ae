package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A photo that lies in a telephone, on its way into an envelope and out of it.
class EnvelopeWithAPhoto {
    private static final String FILL = "/codenames/1/envelope";
    private static final String DOOR = "/alarms/1/envelope/1";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = SmallDesk.withACase();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static byte[] jpeg() throws IOException {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(picture, "jpeg", bytes));
        return bytes.toByteArray();
    }

    @Test
    void is_chosen_there_and_seen_in_an_alarm() throws IOException {
        try (Sitting sitting = desk.signedIn("Wren", Device.phone())) {
            AtTheDesk wren = desk.before(sitting, "Wren");
            wren.open(FILL.substring(1));
            wren.fill("address", "Mill Lane 7");
            wren.at("input[name='photo']")
                    .setInputFiles(new FilePayload("IMG_0001.JPG", "image/jpeg", jpeg()));
            wren.at("input[name='holder']").all().forEach(Locator::check);
            wren.send(FILL);

            wren.open("call");
            wren.fill("who", "ALDER");
            wren.press("#raise");
            wren.open(DOOR.substring(1));
            wren.fill("reason", "Nobody answers.");
            wren.send(DOOR);

            assertEquals("Mill Lane 7", wren.at(".envelope-address").innerText());
            Locator photo = wren.at("img.envelope-photo");
            photo.evaluate("one => one.decode()");
            assertEquals(WIDTH, photo.evaluate("one => one.naturalWidth"));
            assertEquals(HEIGHT, photo.evaluate("one => one.naturalHeight"));
            assertEquals(List.of(), EveryPage.faultsOf(sitting, DOOR));
            assertEquals(List.of(), sitting.complaints());
        }
    }
}
