package org.watchword.story.seized;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.Plan;
import org.watchword.formats.age.X25519Identity;

/// A copy of a stopped desk's directory, for everything that would write in it.
final class Image implements AutoCloseable {
    private final Path place;

    private Image(Path place) {
        this.place = place;
    }

    static Image of(Path desk) throws IOException {
        var image = new Image(Files.createTempDirectory("watchword-seized-"));
        Files.createDirectories(image.target());
        try (Stream<Path> all = Files.walk(desk)) {
            for (Path one : all.toList()) {
                Path to = image.desk().resolve(desk.relativize(one));
                if (Files.isDirectory(one)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(one, to);
                }
            }
        }
        return image;
    }

    private Path desk() {
        return place.resolve("desk");
    }

    Path database() {
        return desk().resolve("desk.db");
    }

    /// Where the backup lies.
    Path target() {
        return place.resolve("backup");
    }

    /// A backup for somebody whose key is thrown away with that: it is looked at as it lies.
    Backup.Made backUp(InstantSource clock) {
        try (var nobody = X25519Identity.fresh(new SecureRandom())) {
            var plan = new Plan(desk(), target(), List.of(nobody.recipient().toString()));
            return new Backup(clock, "age").make(plan);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
