package org.watchword.story.process;

import java.time.Instant;
import java.util.Optional;

/// A look at what the desk has before it.
///
/// @param busy pieces of work that are due now and not done
/// @param heard words that came in so far
/// @param next when the next one falls due
public record Look(int busy, int heard, Optional<Instant> next) {
    String line() {
        return "busy "
                + busy
                + " heard "
                + heard
                + " due "
                + next.map(n -> "" + n.toEpochMilli()).orElse("none");
    }

    static Look of(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 6 || !words[0].equals("busy") || !words[4].equals("due")) {
            throw new DeskGone("not a look: " + line);
        }
        Optional<Instant> next =
                words[5].equals("none")
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(Long.parseLong(words[5])));
        return new Look(Integer.parseInt(words[1]), Integer.parseInt(words[3]), next);
    }
}
