package org.watchword.story.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The far end of a channel: it keeps what it is sent, and can be made to misbehave.
public interface Gateway extends AutoCloseable {
    /// Where a desk takes what its gateways post to it.
    ///
    /// @param port of the desk on this machine
    /// @param channel its number for this gateway's channel
    record DeskDoor(int port, long channel) {
        public URI address() {
            return URI.create(desk() + "/in/" + channel);
        }

        /// Where the desk itself is, for machines.
        public String desk() {
            return "http://127.0.0.1:" + port;
        }
    }

    /// The channel that it is the far end of.
    String name();

    /// What a desk is told to reach it: the settings of its channel.
    Map<String, String> settings();

    /// What program it is, for whoever wants to know; empty for one of this process.
    default String program() {
        return "";
    }

    Fault fault();

    /// From now on it behaves like this; whoever is connected is cut off.
    void turn(Fault to);

    /// Everything that was accepted, the oldest first; swallowed messages among them.
    List<Received> received();

    /// Calls with every message from now on, on the gateway's own thread: hand over, do not work.
    void onReceived(Consumer<Received> listener);

    /// Somebody sends a text from an address into the desk. Returns once it was handed over.
    ///
    /// @return why it was not handed over; empty when it was
    Optional<String> say(String from, String text);

    @Override
    void close();
}
