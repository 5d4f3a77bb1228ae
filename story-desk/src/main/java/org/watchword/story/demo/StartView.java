package org.watchword.story.demo;

import java.util.List;
import java.util.Map;
import org.watchword.story.visit.Card;

/// The start page as its template shows it.
///
/// @param story the title of the story
/// @param desk the name of the group whose desk it is
/// @param keys what everybody types to sign in: these people are invented
public record StartView(
        String story,
        String desk,
        List<Tongue> languages,
        Live live,
        String deskAddress,
        List<Key> keys,
        String doorAddress,
        Map<String, Card> cards) {

    /// A language to choose.
    public record Tongue(String tag, String name, boolean chosen) {}

    /// What somebody types to sign in.
    public record Key(String name, String passphrase, String pin) {
        @Override
        public String toString() {
            return "key of " + name;
        }
    }
}
