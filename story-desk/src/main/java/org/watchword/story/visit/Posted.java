package org.watchword.story.visit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A form on its way to the desk, as a browser writes it.
record Posted(String type, Written body) {
    /// Bytes that nobody changes.
    static final class Written {
        private final byte[] bytes;

        Written(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    static Posted fields(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        return new Posted("application/x-www-form-urlencoded", new Written(bytes));
    }

    /// A form with files.
    static final class Parts {
        private static final String BETWEEN = "----drawn-by-a-visitor";

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        private void part(String name, String more, byte[] value) {
            write(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                            .formatted(BETWEEN, name, more));
            all.writeBytes(value);
            write("\r\n");
        }

        private void write(String text) {
            all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        Parts field(String name, String value) {
            String lines = value.replace("\n", "\r\n");
            part(name, "", lines.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Posted with(Map<String, byte[]> files) {
            files.forEach((name, file) ->
                    part(
                            name,
                            "; filename=\"chosen\"\r\nContent-Type: application/octet-stream",
                            file));
            write("--" + BETWEEN + "--\r\n");
            return new Posted(
                    "multipart/form-data; boundary=" + BETWEEN, new Written(all.toByteArray()));
        }
    }
}
