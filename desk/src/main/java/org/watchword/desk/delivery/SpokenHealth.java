package org.watchword.desk.delivery;

import java.util.Map;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.ChannelHealth.State;

/// How a channel is, in words.
final class SpokenHealth {
    String say(ChannelHealth health, boolean byHand, Words words, TimeWords times) {
        String state = byHand && health.state() == State.ALIVE ? "" : state(health, words, times);
        String waiting = waiting(health, byHand, words);
        return state.isEmpty() || waiting.isEmpty()
                ? state + waiting
                : words.say("delivery.health.both", Map.of("state", state, "waiting", waiting));
    }

    private static String waiting(ChannelHealth health, boolean byHand, Words words) {
        if (health.held() > 0) {
            return words.say(
                    "delivery.health.held",
                    Map.of("count", health.waiting(), "held", health.held()));
        }
        if (health.waiting() == 0 && !byHand) {
            return "";
        }
        String key = byHand ? "delivery.health.to-tell" : "delivery.health.waiting";
        return words.say(key, "count", health.waiting());
    }

    private static String state(ChannelHealth health, Words words, TimeWords times) {
        String since = times.minute(health.since());
        return switch (health.state()) {
            case UNKNOWN -> words.say("delivery.health.unknown");
            case ALIVE -> alive(health, words, times);
            case FAILING ->
                    words.say(
                            "delivery.health.failing",
                            Map.of(
                                    "time",
                                    since,
                                    "reason",
                                    words.say(
                                            health.reason().orElse(Reason.DESK_FAULT).sentence())));
            case SILENT -> words.say("delivery.health.silent", "time", since);
            case SWALLOWING -> words.say("delivery.health.swallowing", "time", since);
            case OFF -> words.say("delivery.health.off");
        };
    }

    private static String alive(ChannelHealth health, Words words, TimeWords times) {
        String time = times.minute(health.lastAnswer().orElse(health.since()));
        return health.deaf().isEmpty()
                ? words.say("delivery.health.alive", "time", time)
                : words.say(
                        "delivery.health.deaf",
                        Map.of("time", time, "reason", words.say(health.deaf().get().sentence())));
    }

    /// Whether somebody should look after it.
    boolean late(ChannelHealth health, boolean byHand) {
        return switch (health.state()) {
            case FAILING, SILENT, SWALLOWING -> true;
            case ALIVE, UNKNOWN ->
                    health.deaf().isPresent()
                            || health.held() > 0
                            || (byHand && health.waiting() > 0);
            case OFF -> health.waiting() > 0;
        };
    }
}
