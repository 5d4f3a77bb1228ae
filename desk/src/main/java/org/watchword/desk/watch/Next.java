package org.watchword.desk.watch;

import java.util.List;

/// What an event made of an alarm.
record Next(Alarm alarm, List<Effect> effects, Reply reply) {
    Next {
        effects = List.copyOf(effects);
    }
}
