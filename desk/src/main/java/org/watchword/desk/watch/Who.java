package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.basis.Sentence;

/// Whom an alarm is about, as a page or a message may say it.
public sealed interface Who {
    /// Somebody the team has a code-name for.
    record Named(CodenameId id, String name) implements Who {}

    /// Several code-names.
    ///
    /// @param more how many there are besides, when they are very many
    record Several(List<Named> names, int more) implements Who {
        public Several {
            names = List.copyOf(names);
        }
    }

    /// A name was typed that is none of the code-names. It is shown at the desk and never sent.
    record Typed(String text) implements Who {}

    /// Nobody has said yet.
    record NotYetNamed() implements Who {}

    /// So many callers whom nobody could name.
    record UnknownCallers(int calls) implements Who {}

    /// Nobody: the desk itself needs somebody.
    record TheDesk(Sentence trouble) implements Who {}

    /// Nobody that the watch knows: somebody is reminded of something.
    ///
    /// @param says all that is said of it
    record AReminder(Sentence says) implements Who {}
}
