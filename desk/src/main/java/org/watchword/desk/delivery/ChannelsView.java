package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import org.watchword.desk.delivery.ChannelKind.Setting;
import org.watchword.desk.web.Wrong;

/// What the pages for setting up channels show.
public final class ChannelsView {
    /// All of them.
    ///
    /// @param kinds those that may be added
    public record All(List<Shown> channels, List<Kind> kinds) {}

    /// One in the list.
    ///
    /// @param test what the caller's newest test message came to; empty without one
    /// @param mayTest the caller has an address there
    /// @param facts what went over it and what it may cost, a sentence each
    public record Shown(
            long id,
            String label,
            String kind,
            String state,
            boolean late,
            boolean active,
            String test,
            boolean mayTest,
            List<String> facts) {}

    /// A sort of channel.
    public record Kind(String name, String label) {}

    /// One to be added or changed.
    ///
    /// @param id 0 for a new one
    /// @param typed what stands in the fields; no secrets
    public record One(
            long id,
            String kind,
            String kindLabel,
            String label,
            List<Setting> settings,
            Map<String, String> typed,
            List<Wrong> wrong) {
        /// What stands in the field of a setting.
        public String typed(Setting setting) {
            return typed.getOrDefault(setting.name(), "");
        }
    }

    private ChannelsView() {}
}
