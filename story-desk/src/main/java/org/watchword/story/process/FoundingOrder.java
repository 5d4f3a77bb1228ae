package org.watchword.story.process;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a new desk is told beside the story itself.
///
/// @param story the path of the story file
/// @param passphrases by the name of the person
/// @param settings how to reach each gateway, by the name of the channel
public record FoundingOrder(
        String story, Map<String, String> passphrases, Map<String, Map<String, String>> settings) {
    /// As it goes over the pipe, in one line.
    public String line() {
        return new JsonMapper().writeValueAsString(this);
    }

    @Override
    public String toString() {
        return "founding order";
    }
}
