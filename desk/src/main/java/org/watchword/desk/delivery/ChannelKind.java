package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;

/// A sort of channel, such as mail: what must be set for it, what its addresses look like, and how
/// one is opened. Kinds are handed to {@link Delivery}; a later one joins by being handed in too.
public interface ChannelKind {
    /// Its short name in the table, such as `mail`.
    String name();

    /// What people read.
    Sentence label();

    /// Told by a person, not by a machine.
    boolean byHand();

    /// Its texts are short, cost by their length and have no subject.
    default boolean brief() {
        return false;
    }

    /// What people send comes back in, whatever a channel of this kind is set to.
    default boolean hears() {
        return false;
    }

    /// What people send comes back in, with these settings.
    default boolean hears(Map<String, String> settings) {
        return hears();
    }

    /// A channel with these settings tells whether messages arrived.
    default boolean reports(Map<String, String> settings) {
        return false;
    }

    /// Nobody knows his own address here: the desk shows a code, and whoever sends it to the
    /// channel is kept, with proof, as that person's address.
    default boolean addsByCode() {
        return false;
    }

    /// How many messages the carrier counts this text as.
    default int parts(String text) {
        return 1;
    }

    /// What must be set, in the order of the form.
    List<Setting> settings();

    /// What is wrong with these settings, by the setting's name; empty when they are good.
    Map<String, Sentence> wrongWith(Map<String, String> settings);

    /// Reads an address that somebody typed.
    Typed address(String typed);

    /// Opens a channel with settings that are good. It does not connect yet.
    Channel open(ChannelId id, Map<String, String> settings);

    /// One thing to set.
    ///
    /// @param choices what it may be; empty when it is typed
    /// @param preset what it is while nobody set it
    record Setting(String name, Look look, List<String> choices, Optional<String> preset) {}

    /// How a setting is asked for.
    enum Look {
        LINE,
        SECRET,
        LINES,
        CHOICE
    }

    /// What somebody typed as an address.
    sealed interface Typed {}

    /// Good, and how it is kept.
    record Kept(String address) implements Typed {}

    /// Not one, and why.
    record NotOne(Sentence why) implements Typed {}
}
