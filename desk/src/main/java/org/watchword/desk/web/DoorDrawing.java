package org.watchword.desk.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.watchword.desk.basis.Limits;

/// A door's pages as bytes. They depend on the look alone, so that two forms cannot be told apart
/// by what comes back.
///
/// @param policy which allows the style and nothing else
record DoorDrawing(
        String policy,
        ByteBuffer page,
        ByteBuffer taken,
        ByteBuffer notHere,
        ByteBuffer notSo,
        ByteBuffer later) {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    DoorDrawing.class.getClassLoader(),
                    "org.watchword.desk.templates");

    static DoorDrawing of(DoorLook look) {
        var answers = look.answers();
        return new DoorDrawing(
                policy(look.style()),
                bytes(look, ""),
                bytes(look, answers.taken()),
                bytes(look, answers.notHere()),
                bytes(look, answers.notSo()),
                bytes(look, answers.later()));
    }

    /// Whether a page of this look is small enough for a door.
    static boolean fits(DoorLook look) {
        DoorDrawing drawn = of(look);
        return drawn.page.remaining() <= Limits.DOOR_PAGE_BYTES
                && drawn.taken.remaining() <= Limits.DOOR_PAGE_BYTES;
    }

    private static ByteBuffer bytes(DoorLook look, String said) {
        var output = new StringOutput();
        ENGINE.render("web/door.jte", Map.of("look", look, "said", said), output);
        return ByteBuffer.wrap(output.toString().getBytes(StandardCharsets.UTF_8))
                .asReadOnlyBuffer();
    }

    private static String policy(String style) {
        return "default-src 'none'; style-src '"
                + hash(style)
                + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String hash(String style) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
