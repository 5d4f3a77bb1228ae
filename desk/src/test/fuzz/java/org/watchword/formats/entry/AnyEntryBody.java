package org.watchword.formats.entry;

import static org.watchword.desk.Foreign.promise;

import java.util.Arrays;
import org.watchword.formats.cbor.NotCanonical;

/// Any bytes as the body of an entry: they are none, or the one spelling of what was read.
public final class AnyEntryBody {
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            promise(Arrays.equals(Body.written(Body.read(data)), data), "a body has one spelling");
        } catch (NotCanonical e) {
            promise(e.getCause() == null, "a refusal carries nothing of what was read");
        }
    }

    private AnyEntryBody() {}
}
