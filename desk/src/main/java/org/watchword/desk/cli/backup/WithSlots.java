package org.watchword.desk.cli.backup;

import java.nio.file.Path;
import java.time.Instant;

/// Where the slots of a restored desk are to come from, and where they came from.
public sealed interface WithSlots {
    /// From the file of the same night, which lies beside the backup.
    record Beside() implements WithSlots {}

    /// From a file that somebody named, of that night or a later one.
    record Of(Path file) implements WithSlots {}

    /// From nowhere: nobody signs in with a passphrase of before, and no case file opens.
    record Without() implements WithSlots {}

    /// What came of it.
    sealed interface Came {}

    /// They lay in the backup itself, which is of the first form.
    record Inside() implements Came {}

    /// They came from a file.
    ///
    /// @param shut entries of the backup that open for nobody any more, because the file has no
    ///   slot of theirs: they were erased since
    record Taken(Instant madeAt, long shut) implements Came {}

    /// There are none.
    record None() implements Came {}
}
