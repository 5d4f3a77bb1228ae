package org.watchword.desk.cli.backup;

import java.util.List;
import org.watchword.desk.store.Part;

/// What a backup keeps in its file of slots: whatever opens something for a passphrase or a key,
/// because erasing something *is* taking its slot away. And what no backup keeps: an old one would
/// tell what was erased since. A test holds that no table or column of slots is missing here.
final class SlotTables {
    /// In this order they are put back.
    static final List<Part> ALL =
            List.of(
                    // Whose the slots are and of which epoch: without it, slots that were moved to
                    // an epoch after the backup would open for nobody, and whoever was removed
                    // since would be a member again.
                    new Part.Along("statement", true),
                    new Part.Along("compartment", true),
                    new Part.Along("organisation", false),
                    new Part.Column("person", "slots"),
                    new Part.Rows("epoch_slot", "TRUE"),
                    new Part.Rows(
                            "entry_slot",
                            "entry IN (SELECT number FROM main.entry WHERE erased_by IS NULL)"),
                    new Part.Rows(
                            "glass_slot",
                            "entry IN (SELECT number FROM main.entry WHERE erased_by IS NULL)"),
                    new Part.Left("snapshot"));

    /// Entries that are whole and open for nobody.
    static final String SHUT =
            """
            SELECT number FROM main.entry WHERE erased_by IS NULL
                AND number NOT IN (SELECT entry FROM main.entry_slot)\
            """;

    private SlotTables() {}
}
