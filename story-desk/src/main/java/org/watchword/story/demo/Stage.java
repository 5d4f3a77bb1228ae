package org.watchword.story.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.story.script.Story;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Credentials;

/// What the start page shows and what can be done on it; behind it stand a real desk process and
/// real mail servers.
interface Stage {
    Story story();

    /// Everything as it is now.
    Scene scene();

    /// Begins to play a chapter; false when it is not its turn.
    boolean play(int number);

    /// Signs somebody in over the desk's own forms.
    ///
    /// @return the cookie as the desk set it, word for word; empty when the desk did not answer
    Optional<String> signIn(String person);

    /// Sends a text from somebody's telephone to the desk.
    ///
    /// @return whether it was handed over
    boolean say(String person, String channel, String text);

    /// What somebody types who signs this person in by hand.
    Credentials credentials(String person);

    /// Where people check in.
    String quietDoor();

    /// The cards of those who do, by code-name.
    Map<String, Card> cards();

    /// Where the desk opens for whoever signs in by hand.
    String staffDesk();

    /// Where this person's desk opens, on a host of its own.
    String deskOf(String person);

    /// One look at the stage.
    ///
    /// @param now in the story's time
    record Scene(Instant now, boolean deskUp, List<Chapter> chapters, List<Phone> phones) {}

    /// A stretch of the story, named in it.
    ///
    /// @param kills whether the desk is killed in it
    record Chapter(int number, String name, Instant from, boolean kills, Progress progress) {}

    /// How far a chapter is.
    sealed interface Progress {
        record ToCome() implements Progress {}

        record Playing() implements Progress {}

        record Played(boolean well, List<Sentence> measured) implements Progress {}
    }

    /// A person's telephone with everything that arrived on it and was sent from it, oldest first.
    ///
    /// @param ways channels over which something can be sent from it
    record Phone(Story.Person person, List<Text> texts, List<String> ways) {}

    /// One message as its gateway took it, or as it was sent from the telephone.
    record Text(Instant at, String channel, String title, String body, boolean mine) {}

    default TimeWords times(Language language) {
        return new TimeWords(story().place().zone(), language);
    }
}
