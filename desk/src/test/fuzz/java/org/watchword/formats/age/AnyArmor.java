package org.watchword.formats.age;

import static org.watchword.desk.Foreign.promise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Any bytes as armor: it is refused as armor, or it is what would be written, but for the ends of
/// its lines and the white space around it.
public final class AnyArmor {
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            byte[] bytes = new ArmorReader(new ByteArrayInputStream(data)).readAllBytes();
            String text = new String(data, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            promise(text.strip().equals(written(bytes).strip()), "armor has one spelling");
        } catch (AgeFailure e) {
            promise(e.failure() == Failure.ARMOR_MALFORMED, "armor fails as armor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var armor = new ArmorWriter(out)) {
            armor.write(bytes);
            armor.finish();
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private AnyArmor() {}
}
