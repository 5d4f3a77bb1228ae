package org.watchword.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.store.SqliteSnapshot;

/// One file with everything in it, as the program wrote it before slots had a file of their own.
final class ABackupOfTheOldKind {
    /// @param place a directory in which a copy of the database lies already
    static Path of(Path desk, Path place, Instant at, AgeKeys keys) throws Exception {
        var names = List.of("desk.yaml", "watch.key", "desk.db");
        for (String name : names.subList(0, 2)) {
            Files.copy(desk.resolve(name), place.resolve(name));
        }
        var manifest = new StringBuilder("format: 1\nmade-at: " + at + "\n");
        String schema = SqliteSnapshot.schema(place.resolve("desk.db"));
        manifest.append("schema: ").append(schema).append('\n');
        for (String name : names) {
            Path file = place.resolve(name);
            String sum = AgeKeys.ran(List.of("sha256sum", file.toString())).substring(0, 64);
            manifest.append("file: " + name + " " + Files.size(file) + " " + sum + "\n");
        }
        Files.writeString(place.resolve("manifest.txt"), manifest);
        String tar = place.resolve("all.tar").toString();
        var line = new ArrayList<String>(List.of("tar", "--format=ustar", "-C", place.toString()));
        line.addAll(List.of("-cf", tar, "manifest.txt"));
        line.addAll(names);
        AgeKeys.ran(line);
        Path file = place.resolve("2021-02-04T02-10-00Z.backup.age");
        AgeKeys.ran(List.of("age", "-r", keys.recipient(), "-o", file.toString(), tar));
        return file;
    }

    private ABackupOfTheOldKind() {}
}
