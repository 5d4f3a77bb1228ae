package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.watchword.desk.basis.Sentence;

/// How many messages an hour a channel that costs money may send, as the team set it. It never
/// delays a first ring ({@link Urgency#FIRST}).
final class HourlyLimit {
    /// The setting's name. A channel that has no such setting, or an empty one, has no limit.
    static final String SETTING = "most-per-hour";

    private static final String A_NUMBER = "[1-9][0-9]{0,4}";

    /// As a kind asks for it, among its settings.
    static ChannelKind.Setting asked(int preset) {
        return new ChannelKind.Setting(
                SETTING, ChannelKind.Look.LINE, List.of(), Optional.of(String.valueOf(preset)));
    }

    /// What is wrong with it; empty when it is good, or when there is none.
    static Optional<Sentence> wrongWith(Map<String, String> settings) {
        String typed = settings.getOrDefault(SETTING, "").strip();
        return typed.isEmpty() || typed.matches(A_NUMBER)
                ? Optional.empty()
                : Optional.of(Sentence.of("delivery.setting.wrong.most-per-hour"));
    }

    static OptionalInt of(Map<String, String> settings) {
        String typed = settings.getOrDefault(SETTING, "").strip();
        return typed.matches(A_NUMBER)
                ? OptionalInt.of(Integer.parseInt(typed))
                : OptionalInt.empty();
    }

    private HourlyLimit() {}
}
