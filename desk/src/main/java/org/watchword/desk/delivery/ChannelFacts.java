package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.web.Visit;

/// What the page of channels says of one besides how it is now: when it last did well and badly,
/// what went over it, and what it is allowed to cost.
final class ChannelFacts {
    private final Handle handle;
    private final Visit visit;

    ChannelFacts(Handle handle, Visit visit) {
        this.handle = handle;
        this.visit = visit;
    }

    List<String> of(ChannelHealth health, ChannelKind kind, Channels.Setup setup) {
        var facts = new ArrayList<String>();
        health.lastAnswer().ifPresent(at -> facts.add(at("delivery.fact.last-good", at)));
        health.lastTrouble().ifPresent(at -> facts.add(at("delivery.fact.last-bad", at)));
        if (kind.reports(setup.settings())) {
            facts.add(
                    Traffic.lastReceipt(handle, setup.id())
                            .map(at -> at("delivery.fact.last-receipt", at))
                            .orElseGet(() -> visit.words().say("delivery.fact.no-receipt")));
        }
        if (!kind.byHand()) {
            sent(setup.id(), facts);
        }
        OptionalInt most = HourlyLimit.of(setup.settings());
        if (most.isPresent()) {
            facts.add(visit.words().say("delivery.fact.limit", "most", most.getAsInt()));
        }
        return facts;
    }

    private void sent(ChannelId channel, List<String> facts) {
        Traffic.Count hour = Traffic.lastHour(handle, channel, visit.now());
        Traffic.Count month = Traffic.lastMonth(handle, channel, visit.now());
        facts.add(two("delivery.fact.sent", hour.messages(), month.messages()));
        if (hour.messages() != hour.parts() || month.messages() != month.parts()) {
            facts.add(two("delivery.fact.parts", hour.parts(), month.parts()));
        }
    }

    private String two(String key, int hour, int month) {
        return visit.words().say(key, Map.of("hour", hour, "month", month));
    }

    private String at(String key, Instant at) {
        return visit.words().say(key, "time", visit.times().dayAndMinute(at));
    }
}
