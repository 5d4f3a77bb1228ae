package org.watchword.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The desk that the ring is measured on, as a story: officers who raise, helpers who are rung over
/// two mail servers, a code-name for each alarm.
///
/// @param alarms raised at once, by half as many officers
record RingStory(int alarms) {
    static final String FIRST = "mail-1";
    static final String SECOND = "mail-2";
    static final int SESSIONS_EACH = 4;

    int officers() {
        return (alarms + SESSIONS_EACH - 1) / SESSIONS_EACH;
    }

    static String officer(int number) {
        return "Officer " + (char) ('A' + number);
    }

    /// Rung over both servers at once.
    static String overBoth(int number) {
        return "BOTH%03d".formatted(number);
    }

    /// Rung over the first server; the second is used when the first refuses.
    static String overFirst(int number) {
        return "FIRST%03d".formatted(number);
    }

    private static String officerLine(int i) {
        return "  %s: {language: en, roles: [officer], addresses: {%s: o%d@bench.example}}\n"
                .formatted(officer(i), SECOND, i);
    }

    private static String helperLine(int i) {
        String addresses =
                "{%s: h%d@bench.example, %s: h%d@bench.example}".formatted(FIRST, i, SECOND, i);
        return "  Helper %c: {language: en, roles: [helper], addresses: %s}\n"
                .formatted('A' + i, addresses);
    }

    String yaml() {
        String officers =
                IntStream.range(0, officers())
                        .mapToObj(RingStory::officerLine)
                        .collect(Collectors.joining());
        String helpers =
                IntStream.range(0, 3).mapToObj(RingStory::helperLine).collect(Collectors.joining());
        return HEAD
                + "people:\n"
                + officers
                + helpers
                + LADDERS
                + "codenames:\n"
                + codenames()
                + "steps:\n  - {at: \"15:00\", tells: The desk stands.}\n";
    }

    private String codenames() {
        return IntStream.range(0, alarms)
                .mapToObj(i ->
                        "  %s: {ladder: Both}\n  %s: {ladder: First}\n"
                                .formatted(overBoth(i), overFirst(i)))
                .collect(Collectors.joining());
    }

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
            roles:
              officer: {label: Officer, may: [answer]}
              helper: {label: Helper, may: [answer]}
            """
                    .formatted(FIRST, SECOND);

    private static final String LADDERS =
            """
            ladders:
              Both:
                steps:
                  - {ring: [helper], over: [%s, %s], wait: 10min}
              First:
                steps:
                  - {ring: [helper], over: [%s], wait: 10min}
            """
                    .formatted(FIRST, SECOND, FIRST);
}
