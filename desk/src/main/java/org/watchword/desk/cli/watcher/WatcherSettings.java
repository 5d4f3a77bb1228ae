package org.watchword.desk.cli.watcher;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.delivery.FarEnd;

/// What a watcher is told.
///
/// @param desk the public key of the desk that it watches, as copied
/// @param look where the second path looks; empty for none
/// @param ring at least one
public record WatcherSettings(
        String desk,
        Listen listen,
        Optional<FarEnd.Where> look,
        ZoneId zone,
        Language language,
        List<Way> ring) {
    /// Where it listens, with which certificate.
    public record Listen(String address, int port, Optional<Pem> certificate) {}

    /// The files of a certificate and of its key.
    public record Pem(Path chain, Path key) {}

    /// Whom it rings, over what.
    ///
    /// @param kind the name of the channel's kind
    public record Way(String kind, Map<String, String> settings, String to) {
        @Override
        public String toString() {
            return kind;
        }
    }
}
