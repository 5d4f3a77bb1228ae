package org.watchword.desk.partner;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Turn;

/// Another partner, or none any more. Whoever watches us goes on until that counts.
final class PartnerChange implements Silencing {
    private final Partner partner;
    private final Delivery delivery;
    private final Changes changes;

    PartnerChange(Partner partner, Delivery delivery, Changes changes) {
        this.partner = partner;
        this.delivery = delivery;
        this.changes = changes;
        changes.know(this);
    }

    /// Sets the first one, which adds somebody who watches; or asks for another.
    Asked asked(Turn turn, PersonId by, PartnerSettings settings) {
        if (partner.kept(turn.handle()).isEmpty()) {
            partner.set(turn, settings);
            changes.added(turn);
            return new Asked.Counts();
        }
        return changes.ask(turn, by, this, settings.texts());
    }

    /// Asks for none.
    Asked removalAsked(Turn turn, PersonId by) {
        return partner.kept(turn.handle()).isEmpty()
                ? new Asked.Gone()
                : changes.ask(turn, by, this, Map.of());
    }

    @Override
    public String kind() {
        return "who-watches.change";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        if (partner.kept(turn.handle()).isEmpty()) {
            return false;
        }
        if (what.isEmpty()) {
            partner.remove(turn);
            return true;
        }
        Optional<PartnerSettings> settings =
                PartnerSettings.of(what).filter(one -> channelIsThere(turn.handle(), one));
        settings.ifPresent(one -> partner.set(turn, one));
        return settings.isPresent();
    }

    private boolean channelIsThere(Handle handle, PartnerSettings settings) {
        return settings.number()
                .map(one -> delivery.channels().find(handle, one.channel()).isPresent())
                .orElse(true);
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        return what.isEmpty()
                ? words.say("partner.changes.none")
                : words.say(
                        "partner.changes.other",
                        "name",
                        PartnerSettings.of(what).map(PartnerSettings::name).orElse("?"));
    }
}
