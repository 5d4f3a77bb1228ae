package org.watchword.desk.delivery;

/// One message as a channel is given it.
///
/// @param address where to, as the channel's kind wrote it
/// @param subject one line; channels without subjects leave it out or put it first
/// @param text complete, in the receiver's language, labelled when it is a repeat
/// @param key the same for every try of this message: a gateway that knows it drops the second
/// @param repeat an earlier try may have arrived
public record Outgoing(String address, String subject, String text, String key, boolean repeat) {
    @Override
    public String toString() {
        return "outgoing";
    }
}
