package org.watchword.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.Received;

/// Writes every message that was sent into files, in the order of sending per gateway.
final class KeptMessages {
    private KeptMessages() {}

    static void write(Path directory, List<Gateway> gateways) throws IOException {
        Path all = Files.createDirectories(directory.resolve("messages"));
        for (Gateway gateway : gateways) {
            int number = 0;
            for (Received message : gateway.received()) {
                number++;
                String to = message.to().replaceAll("[^A-Za-z0-9.@-]", "_");
                String name =
                        "%s-%04d-%s%s%s"
                                .formatted(
                                        gateway.name(),
                                        number,
                                        to,
                                        message.swallowed() ? "-swallowed" : "",
                                        message.subject().isEmpty() ? ".txt" : ".eml");
                Files.writeString(all.resolve(name), message.raw(), StandardCharsets.UTF_8);
            }
        }
    }
}
