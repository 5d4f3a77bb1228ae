package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.OrderOfTheRooms.FORMATS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/// The module of the formats knows nothing above it, and little beside it, as `ARCHITECTURE.md`
/// says.
class OrderOfTheFormats {
    private static final int CLASSES_AT_LEAST = 30;

    /// Streams and channels are handed in; nothing of a system is asked for.
    private static final List<String> MAY_USE =
            List.of(
                    "java.lang.",
                    "java.util.",
                    "java.io.",
                    "java.math.",
                    "java.nio.",
                    "java.security.",
                    "java.text.",
                    "java.time.",
                    "javax.crypto.",
                    "org.bouncycastle.",
                    "org.jspecify.");

    private static final List<String> ASKS_THE_SYSTEM =
            List.of(
                    "java.io.File",
                    "java.nio.file.",
                    "java.nio.channels.FileChannel",
                    "java.time.Clock",
                    "java.time.InstantSource");

    private static final List<String> CIPHERS = List.of("javax.crypto.", "org.bouncycastle.");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(FORMATS);

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().substring(FORMATS.length()).split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static Set<String> arrows(BiPredicate<JavaClass, JavaClass> wrong) {
        var found = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow ->
                            wrong.test(type, arrow.getTargetClass().getBaseComponentType()))
                    .forEach(arrow -> found.add(arrow.getDescription()));
        }
        return found;
    }

    private static boolean begins(JavaClass type, List<String> names) {
        return names.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(FORMATS);
    }

    @Test
    void enough_classes_were_read_to_mean_something() {
        assertTrue(CLASSES.size() >= CLASSES_AT_LEAST, "only " + CLASSES.size() + " classes read");
    }

    @Test
    void knows_the_jdk_and_bouncy_castle_only() {
        assertEquals(
                Set.of(),
                arrows((from, to) ->
                        !isOurs(to)
                                && !to.isPrimitive()
                                && (!begins(to, MAY_USE) || begins(to, ASKS_THE_SYSTEM))));
    }

    /// Instants are handed in, too.
    @Test
    void asks_for_no_time() {
        var found = new TreeSet<String>();
        CLASSES.forEach(type ->
                type.getMethodCallsFromSelf().stream()
                        .map(call -> call.getDescription())
                        .filter(call -> call.contains("<java.time.Instant.now"))
                        .forEach(found::add));
        assertEquals(Set.of(), found);
    }

    @Test
    void arrows_point_downwards_only() {
        Map<String, Integer> floors = new HashMap<>();
        for (List<String> row : ArchitectureTables.under("### Inside the formats")) {
            ArchitectureTables.names(row.get(1))
                    .forEach(name -> floors.put(name, Integer.parseInt(row.get(0))));
        }
        var unlisted = new TreeSet<String>();
        CLASSES.forEach(type -> unlisted.add(room(type)));
        unlisted.removeAll(floors.keySet());
        assertEquals(Set.of(), unlisted, "packages missing in ARCHITECTURE.md");
        assertEquals(
                Set.of(),
                arrows((from, to) ->
                        isOurs(to)
                                && !room(from).equals(room(to))
                                && floors.getOrDefault(room(from), 0)
                                        <= floors.getOrDefault(room(to), 99)));
    }

    @Test
    void ciphers_are_touched_in_one_place() {
        assertEquals(
                Set.of(),
                arrows((from, to) -> !room(from).equals("cipher") && begins(to, CIPHERS)));
    }
}
