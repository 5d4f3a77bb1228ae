package org.watchword.story.demo;

import java.util.List;

/// The start page as its template shows it.
///
/// @param story the title of the story
/// @param desk the name of the group whose desk it is
/// @param passphrase of everybody: these people are invented
public record StartView(
        String story,
        String desk,
        List<Tongue> languages,
        Live live,
        String deskAddress,
        String passphrase,
        String pin) {

    /// A language to choose.
    public record Tongue(String tag, String name, boolean chosen) {}
}
