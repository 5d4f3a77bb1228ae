package org.watchword.desk.delivery;

/// The number of a channel the team has set up, given by the desk.
public record ChannelId(long value) {
    @Override
    public String toString() {
        return "channel-" + value;
    }
}
