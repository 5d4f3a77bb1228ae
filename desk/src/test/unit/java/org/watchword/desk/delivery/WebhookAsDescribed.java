package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The example in `docs/formats/webhook.md`, computed anew.
class WebhookAsDescribed {
    private static final String DOCUMENT = read();

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/formats/webhook.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String found(String pattern) {
        Optional<MatchResult> match =
                Pattern.compile(pattern, Pattern.MULTILINE).matcher(DOCUMENT).results().findFirst();
        return match.orElseThrow(() -> new AssertionError(pattern)).group(1);
    }

    @Test
    void its_signature_follows_from_its_secret() {
        String content =
                found("^webhook-id: (\\S+)$")
                        + "."
                        + found("^webhook-timestamp: (\\d+)$")
                        + "."
                        + found("^(\\{\"topic\".*})$");
        byte[] secret =
                WebhookSettings.Key.of(found("secret `(whsec_[^`]+)`")).orElseThrow().bytes();
        byte[] key = new byte[32];
        var vault = new Vault(WatchKey.of(new Secret(key)), new SecureRandom());
        byte[] signature = vault.signer().sign(secret, content.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                found("^webhook-signature: v1,(\\S+)$"),
                Base64.getEncoder().encodeToString(signature));
    }

    @Test
    void its_body_has_the_fields_that_are_sent_in_their_order() {
        JsonNode body = new JsonMapper().readTree(found("^(\\{\"topic\".*})$"));
        var sent =
                WebhookChannel.body(
                        new Outgoing(
                                body.path("topic").asString(),
                                body.path("title").asString(),
                                body.path("message").asString(),
                                "alarm-1/1",
                                false));
        assertEquals(found("^(\\{\"topic\".*})$"), sent);
    }

    @Test
    void secrets_of_another_shape_are_refused() {
        String short23 = Base64.getEncoder().encodeToString(new byte[23]);
        String long65 = Base64.getEncoder().encodeToString(new byte[65]);
        for (String wrong :
                List.of("", "whsec_", "whsec_" + short23, "whsec_" + long65, "whsec_ä", "MfKQ")) {
            assertTrue(WebhookSettings.Key.of(wrong).isEmpty(), wrong);
        }
    }
}
