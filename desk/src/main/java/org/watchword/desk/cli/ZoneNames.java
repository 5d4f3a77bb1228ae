package org.watchword.desk.cli;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;

/// Finds a time zone that somebody typed, by its name or by its city in his language.
final class ZoneNames {
    private static final int OFFERED = 5;
    private static final int FAR = 3;
    private static final int SHORTEST_PART = 3;

    private final List<String> ids;
    private final TimeZoneNames cities;

    ZoneNames(Set<String> ids, Language language) {
        this.ids =
                ids.stream()
                        .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                        .filter(id -> !id.startsWith("SystemV/"))
                        .sorted()
                        .toList();
        this.cities = TimeZoneNames.getInstance(ULocale.forLanguageTag(language.tag()));
    }

    /// The zone of that name, however its letters are written, or of that city.
    Optional<ZoneId> find(String typed) {
        String asked = plain(typed);
        if (asked.equals("utc")) {
            return Optional.of(ZoneId.of("UTC"));
        }
        return ids.stream()
                .filter(id -> plain(id).equals(asked))
                .findFirst()
                .or(() -> one(ids.stream().filter(id -> city(id).equals(asked)).toList()))
                .map(ZoneId::of);
    }

    private static Optional<String> one(List<String> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// What may have been meant, the nearest first.
    List<String> near(String typed) {
        String asked = plain(typed);
        String last = asked.substring(asked.lastIndexOf('/') + 1);
        return ids.stream()
                .map(id -> new Guess(id, distance(id, last)))
                .filter(guess -> guess.distance() <= FAR)
                .sorted(Comparator.comparingInt(Guess::distance).thenComparing(Guess::id))
                .limit(OFFERED)
                .map(Guess::id)
                .toList();
    }

    private record Guess(String id, int distance) {}

    private int distance(String id, String asked) {
        String own = plain(id.substring(id.lastIndexOf('/') + 1));
        String spoken = city(id);
        if (asked.length() >= SHORTEST_PART && (own.contains(asked) || spoken.contains(asked))) {
            return 0;
        }
        return Math.min(steps(own, asked), steps(spoken, asked));
    }

    private String city(String id) {
        return Optional.ofNullable(cities.getExemplarLocationName(id))
                .map(ZoneNames::plain)
                .orElse("");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('ё', 'е');
    }

    /// Letters to be put in, taken out or exchanged; more than {@link #FAR} is all the same.
    private static int steps(String one, String other) {
        if (Math.abs(one.length() - other.length()) > FAR) {
            return FAR + 1;
        }
        int[] above =
                Stream.iterate(0, i -> i + 1)
                        .limit(other.length() + 1L)
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
