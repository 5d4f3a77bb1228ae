package org.watchword.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A form with files, as browsers send one.
final class FormBody {
    private final String between;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    FormBody(String between) {
        this.between = between;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void part(String name, String more, byte[] value) {
        all.writeBytes(
                utf8(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                                .formatted(between, name, more)));
        all.writeBytes(value);
        all.writeBytes(utf8("\r\n"));
    }

    FormBody text(String name, String value) {
        part(name, "", utf8(value));
        return this;
    }

    void file(String name, byte[] file) {
        String type = "\r\nContent-Type: application/octet-stream";
        part(name, "; filename=\"as it is called at home.jpg\"" + type, file);
    }

    byte[] written() {
        all.writeBytes(utf8("--" + between + "--\r\n"));
        return all.toByteArray();
    }
}
