package org.watchword.desk.casebook.envelope;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Visit;

/// Sentences about envelopes, for one visit.
record Telling(Envelopes.Ground ground, Visit visit, Handle handle) {
    String name(PersonId person) {
        return ground.people().name(handle, person).orElse("?");
    }

    String says(Sentence sentence) {
        return visit.words().say(sentence);
    }

    /// How it stands, without a word of what is in it.
    String says(Standing standing) {
        return says(
                switch (standing) {
                    case Standing.None _ -> Sentence.of("envelope.none");
                    case Standing.Unreadable _ -> Sentence.of("envelope.unreadable");
                    case Standing.Filled filled ->
                            new Sentence(
                                    "envelope.filled",
                                    Map.of(
                                            "when",
                                            visit.times().dayAndMinute(filled.at()),
                                            "count",
                                            filled.holders().size()));
                });
    }
}
