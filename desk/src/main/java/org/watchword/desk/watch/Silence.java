package org.watchword.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Nobody was heard whose word was due.
///
/// @param key names it for ever, such as `watch-7/12` for the twelfth term of the seventh watch:
///   the same key raises once
/// @param about who was not heard; at least one
/// @param ladder the one that rings; the code-name's own or the default one when empty
/// @param since when the word was due
/// @param drill whether it is a drill's
public record Silence(
        String key,
        List<CodenameId> about,
        Optional<LadderId> ladder,
        Instant since,
        boolean drill) {
    public Silence {
        about = List.copyOf(about);
        if (about.isEmpty()) {
            throw new IllegalArgumentException("a silence of nobody");
        }
    }
}
