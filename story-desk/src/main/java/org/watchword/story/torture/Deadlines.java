package org.watchword.story.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.script.Story;

/// Whoever said the word in time is not rung for; whoever did not is.
final class Deadlines {
    private static final Set<Deed.Kind> HEARD =
            Set.of(Deed.Kind.OK_WORD, Deed.Kind.HELP_WORD, Deed.Kind.DURESS_WORD);

    private final Told told;
    private final List<Story.Watch> watches;
    private final Map<String, Instant> judged = new HashMap<>();

    Deadlines(Told told, List<Story.Watch> watches) {
        this.told = told;
        this.watches = watches;
    }

    /// One due time of one watch.
    private record Due(Story.Watch watch, Instant at) {
        String who() {
            return watch.about().getFirst();
        }

        Duration every() {
            return watch.schedule().every().orElseThrow();
        }

        /// A word counts from half of the way on.
        Instant opens() {
            return at.minus(every().dividedBy(2));
        }

        Instant closes() {
            return at.plus(watch.grace());
        }
    }

    /// Judges every due time that is over and was not judged before.
    ///
    /// @param from when the watches were armed
    /// @param now the story's time up to which everything due has fired
    List<Sentence> wrong(Kept kept, Instant from, Instant now) {
        List<Sentence> wrong = new ArrayList<>();
        for (Story.Watch watch : watches) {
            Instant anchor = watch.schedule().points().getFirst();
            var due = new Due(watch, judged.getOrDefault(watch.name(), anchor));
            while (due.closes().isBefore(now)) {
                // How long before the first due time a word counts depends on when it was armed.
                boolean first =
                        !due.at().isAfter(anchor) || !due.at().minus(due.every()).isAfter(from);
                if (!first) {
                    wrong.addAll(wrong(kept, due));
                }
                due = new Due(watch, due.at().plus(due.every()));
                judged.put(watch.name(), due.at());
            }
        }
        return wrong;
    }

    private List<Sentence> wrong(Kept kept, Due due) {
        boolean fired =
                kept.firings().stream()
                        .anyMatch(f -> f.codename().equals(due.who()) && f.due().equals(due.at()));
        List<Deed> words =
                told.deeds(deed -> HEARD.contains(deed.kind()) && deed.who().equals(due.who()));
        boolean inTime = words.stream().anyMatch(word -> certain(word, due));
        boolean silent = words.stream().noneMatch(word -> possible(word, due));
        if (fired && inTime) {
            return List.of(said("torture.found.rung-despite", due));
        }
        return !fired && silent ? List.of(said("torture.found.not-fired", due)) : List.of();
    }

    private static Sentence said(String key, Due due) {
        return new Sentence(key, Map.of("who", due.who(), "at", due.at().toString()));
    }

    private boolean certain(Deed word, Due due) {
        return word.kind() == Deed.Kind.OK_WORD
                && !word.begun().isBefore(due.opens())
                && told.answer(word)
                        .filter(a -> a.done() && !a.story().isAfter(due.closes()))
                        .isPresent();
    }

    /// Whether it may have counted: a word that nobody was answered for lies between its beginning
    /// and the end of that round.
    private boolean possible(Deed word, Due due) {
        Instant ended =
                told.answer(word).map(Told.Answer::story).orElse(word.begun().plusSeconds(60));
        return !ended.isBefore(due.opens()) && !word.begun().isAfter(due.closes());
    }
}
