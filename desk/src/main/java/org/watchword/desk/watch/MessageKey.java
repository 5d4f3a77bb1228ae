package org.watchword.desk.watch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.AddressId;

/// What names a message of an alarm for ever: `alarm-7/3/2/5` is the ring of generation 3 to person
/// 2 over address 5; `…/over` tells that person that it is over.
record MessageKey(
        AlarmId alarm, long generation, PersonId person, AddressId address, boolean over) {
    private static final Pattern FORM =
            Pattern.compile("alarm-(\\d{1,18})/(\\d{1,18})/(\\d{1,18})/(\\d{1,18})(/over)?");

    static MessageKey ofRing(AlarmId alarm, long generation, PersonId person, AddressId address) {
        return new MessageKey(alarm, generation, person, address, false);
    }

    static MessageKey ofEnd(AlarmId alarm, long generation, PersonId person, AddressId address) {
        return new MessageKey(alarm, generation, person, address, true);
    }

    /// Empty when the key is none of an alarm's.
    static Optional<MessageKey> read(String key) {
        Matcher parts = FORM.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new MessageKey(
                        new AlarmId(Long.parseLong(parts.group(1))),
                        Long.parseLong(parts.group(2)),
                        new PersonId(Long.parseLong(parts.group(3))),
                        new AddressId(Long.parseLong(parts.group(4))),
                        parts.group(5) != null));
    }

    String written() {
        return concerning(alarm)
                + "/"
                + generation
                + "/"
                + person.value()
                + "/"
                + address.value()
                + (over ? "/over" : "");
    }

    /// What all messages of an alarm are about.
    static String concerning(AlarmId alarm) {
        return "alarm-" + alarm.value();
    }
}
