package org.watchword.formats.slot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.formats.VectorFile;
import org.watchword.formats.entry.EntryVectors;
import org.watchword.formats.membership.MembershipVectors;
import org.watchword.formats.snapshot.SnapshotVectors;

/// Writes the files of `vectors/entry`, `slot`, `membership` and `snapshot` anew; whoever changes
/// them knows why, because others rely on them.
public final class MakeVectors {
    public static void main(String[] arguments) throws IOException {
        Map<String, String> texts = new TreeMap<>(SlotVectors.texts());
        texts.put(EntryVectors.FILE, EntryVectors.text());
        texts.put(MembershipVectors.FILE, MembershipVectors.text());
        texts.put(SnapshotVectors.FILE, SnapshotVectors.text());
        Path folder = Files.createDirectories(VectorFile.FOLDER);
        for (var text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
            String seed =
                    text.getValue()
                            .lines()
                            .filter(l -> l.contains("\"seed\""))
                            .findFirst()
                            .orElseThrow();
            System.out.println(text.getKey() + seed);
        }
    }

    private MakeVectors() {}
}
