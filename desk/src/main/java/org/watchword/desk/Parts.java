package org.watchword.desk;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.watch.Stepping;
import org.watchword.desk.watch.silence.SilencePolicy;
import org.watchword.desk.watch.silence.WatchStepping;

/// What the rooms of a desk are put together from, beside its store.
///
/// @param pace what runs beside
/// @param spare the language of whoever speaks none of the desk's
/// @param link where people's phones find the desk
/// @param kinds the sorts of channel it knows
/// @param alarms says what an event makes of an alarm
/// @param watches says what an event makes of a watch
public record Parts(
        DeskClock clock,
        Pace pace,
        SecureRandom random,
        Vault vault,
        ZoneId zone,
        Language spare,
        Supplier<String> link,
        List<ChannelKind> kinds,
        DeliveryPolicy patience,
        Stepping alarms,
        WatchStepping watches) {
    /// The program's own step functions, as a desk in earnest has them.
    static final WatchStepping WATCHES = WatchStepping.engine(SilencePolicy.DEFAULT);
}
