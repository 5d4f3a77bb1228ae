package org.watchword.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchword.story.gateway.Fault;

/// The desk that the ring is measured on, as a story: officers who raise, helpers who are rung over
/// two mail servers, SMS and Telegram, a code-name for each alarm.
///
/// @param alarms raised at once, by half as many officers
record RingStory(int alarms) {
    static final String FIRST = "mail-1";
    static final String SECOND = "mail-2";
    static final String SMS = "sms";
    static final String TELEGRAM = "telegram";
    static final int SESSIONS_EACH = 4;

    int officers() {
        return (alarms + SESSIONS_EACH - 1) / SESSIONS_EACH;
    }

    static String officer(int number) {
        return "Officer " + (char) ('A' + number);
    }

    /// One barrage: which ladder its alarms ring by, and which channel is out of order meanwhile.
    enum Barrage {
        /// Over two mail servers at once, the first hung.
        BOTH(List.of(FIRST, SECOND), FIRST, Fault.HANGS),
        /// Over the first mail server, which refuses; the second is next.
        NEXT(List.of(FIRST), FIRST, Fault.REFUSES),
        /// Over SMS, Telegram and mail at once, SMS hung.
        PHONES(List.of(SMS, TELEGRAM, SECOND), SMS, Fault.HANGS),
        /// Over SMS, which refuses; another way is next.
        REFUSED(List.of(SMS), SMS, Fault.REFUSES);

        private final String over;
        private final String broken;
        private final Fault fault;

        Barrage(List<String> over, String broken, Fault fault) {
            this.over = String.join(", ", over);
            this.broken = broken;
            this.fault = fault;
        }

        String broken() {
            return broken;
        }

        Fault fault() {
            return fault;
        }

        String codename(int number) {
            return "%s%03d".formatted(name(), number);
        }

        private String ladder() {
            return "  %s:\n    steps:\n      - {ring: [helper], over: [%s], wait: 10min}\n"
                    .formatted(name(), over);
        }

        private String codenames(int alarms) {
            return IntStream.range(0, alarms)
                    .mapToObj(i -> "  %s: {ladder: %s}\n".formatted(codename(i), name()))
                    .collect(Collectors.joining());
        }
    }

    private static String officerLine(int i) {
        return "  %s: {language: en, roles: [officer], addresses: {%s: o%d@bench.example}}\n"
                .formatted(officer(i), SECOND, i);
    }

    private static String helperLine(int i) {
        String mail = "%s: h%d@bench.example, %s: h%d@bench.example".formatted(FIRST, i, SECOND, i);
        String phone = "%s: +999 555 030%d, %s: \"99900030%d\"".formatted(SMS, i, TELEGRAM, i);
        return "  Helper %c: {language: en, roles: [helper], addresses: {%s, %s}}\n"
                .formatted('A' + i, mail, phone);
    }

    String yaml() {
        String officers =
                IntStream.range(0, officers())
                        .mapToObj(RingStory::officerLine)
                        .collect(Collectors.joining());
        String helpers =
                IntStream.range(0, 3).mapToObj(RingStory::helperLine).collect(Collectors.joining());
        String ladders =
                Stream.of(Barrage.values()).map(Barrage::ladder).collect(Collectors.joining());
        String codenames =
                Stream.of(Barrage.values())
                        .map(barrage -> barrage.codenames(alarms))
                        .collect(Collectors.joining());
        return HEAD
                + "people:\n"
                + officers
                + helpers
                + SHIFTS
                + "ladders:\n"
                + ladders
                + "codenames:\n"
                + codenames
                + "steps:\n  - {at: \"15:00\", tells: The desk stands.}\n";
    }

    private static final String SHIFTS =
            """
            shifts:
              - {role: officer, who: %s, from: "08:00", until: "22:00"}
            """
                    .formatted(officer(0));

    private static final String HEAD =
            """
            format: 1
            story: Twenty alarms at once
            desk: Bench
            zone: UTC
            date: 2021-02-04
            language: en
            channels:
              %s: mail
              %s: mail
              %s: sms
              %s: telegram
            roles:
              officer: {label: Officer, may: [answer]}
              helper: {label: Helper, may: [answer]}
            """
                    .formatted(FIRST, SECOND, SMS, TELEGRAM);
}
