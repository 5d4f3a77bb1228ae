package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The clock, the environment and chance come in by constructor, so that a story can hold them in
/// its hand.
class OnlyWiringAsksTheSystem {
    private static final Map<String, Set<String>> CALLS =
            Map.ofEntries(
                    Map.entry(
                            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv")),
                    Map.entry("java.lang.foreign.Linker", Set.of("nativeLinker")),
                    Map.entry("java.time.Instant", Set.of("now")),
                    Map.entry("java.time.LocalDate", Set.of("now")),
                    Map.entry("java.time.LocalTime", Set.of("now")),
                    Map.entry("java.time.LocalDateTime", Set.of("now")),
                    Map.entry("java.time.ZonedDateTime", Set.of("now")),
                    Map.entry("java.time.OffsetDateTime", Set.of("now")),
                    Map.entry("java.time.Year", Set.of("now")),
                    Map.entry(
                            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
                    Map.entry("java.time.ZoneId", Set.of("systemDefault")),
                    Map.entry("java.util.Date", Set.of("<init>")),
                    Map.entry("java.util.Calendar", Set.of("getInstance")),
                    Map.entry("java.util.Random", Set.of("<init>")),
                    Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
                    Map.entry("java.util.UUID", Set.of("randomUUID")),
                    Map.entry("java.lang.Math", Set.of("random")));

    private static Set<String> asking(String packages) {
        var found = new TreeSet<String>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages);
        for (JavaClass type : classes) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (CALLS.getOrDefault(owner, Set.of()).contains(access.getName())) {
                    found.add(type.getName() + " calls " + owner + "." + access.getName());
                }
            }
        }
        return found;
    }

    @Test
    void no_room_reads_the_clock_the_environment_or_chance() {
        Set<String> found = asking(OrderOfTheRooms.HOUSE);
        assertFalse(found.isEmpty(), "even the real clock was not found: nothing was read");
        found.removeIf(line -> line.matches("org\\.watchword\\.desk\\.[A-Z].*"));
        assertEquals(Set.of(), found);
    }

    @Test
    void nor_does_any_format() {
        assertEquals(Set.of(), asking(OrderOfTheRooms.FORMATS));
    }
}
