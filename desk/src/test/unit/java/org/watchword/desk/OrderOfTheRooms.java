package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/// Arrows between rooms point downwards, as the tables in `ARCHITECTURE.md` say.
class OrderOfTheRooms {
    static final String HOUSE = "org.watchword.desk";
    static final String FORMATS = "org.watchword.formats";

    /// With fewer classes than this the reading went wrong, and nothing below means anything.
    private static final int CLASSES_AT_LEAST = 100;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(HOUSE);

    private final Map<String, Integer> floors = floors("## The order of the rooms");
    private final Map<String, Integer> inside = floors("### Inside the watch");

    private static Map<String, Integer> floors(String heading) {
        Map<String, Integer> floors = new HashMap<>();
        for (List<String> row : ArchitectureTables.under(heading)) {
            for (String room : ArchitectureTables.names(row.get(1))) {
                floors.put(room, Integer.parseInt(row.get(0)));
            }
        }
        return floors;
    }

    /// The room of a class of the house; empty for a class from elsewhere.
    static Optional<String> room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.equals(HOUSE) && !name.startsWith(HOUSE + ".")) {
            return Optional.empty();
        }
        String[] parts = name.substring(HOUSE.length()).split("\\.", -1);
        int at = parts.length > 1 && parts[1].equals("templates") ? 2 : 1;
        return Optional.of(parts.length > at ? parts[at] : "wiring");
    }

    @Test
    void enough_classes_were_read_to_mean_something() {
        assertTrue(CLASSES.size() >= CLASSES_AT_LEAST, "only " + CLASSES.size() + " classes read");
    }

    @Test
    void every_room_stands_in_the_table() {
        var unlisted = new TreeSet<String>();
        CLASSES.forEach(type -> room(type).ifPresent(unlisted::add));
        unlisted.removeAll(floors.keySet());
        assertEquals(new TreeSet<>(), unlisted, "rooms missing in ARCHITECTURE.md");
    }

    @Test
    void arrows_point_downwards_only() {
        assertEquals(List.of(), arrowsWhere((from, to) -> !mayUse(from, to)));
    }

    private boolean mayUse(String from, String to) {
        int above = floors.getOrDefault(from, 0);
        int below = floors.getOrDefault(to, Integer.MAX_VALUE);
        int top = floors.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return above > below || (above == top && below == top);
    }

    /// The room with the one inside it, such as `watch.silence`.
    private static String roomInside(JavaClass type) {
        String[] parts = type.getPackageName().substring(HOUSE.length()).split("\\.", -1);
        int at = parts.length > 1 && parts[1].equals("templates") ? 2 : 1;
        return String.join(".", List.of(parts).subList(Math.min(at, parts.length), parts.length));
    }

    @Test
    void every_room_inside_another_stands_in_its_table() {
        var unlisted = new TreeSet<String>();
        CLASSES.stream()
                .map(OrderOfTheRooms::roomInside)
                .filter(room -> room.contains("."))
                .forEach(unlisted::add);
        unlisted.removeAll(inside.keySet());
        assertEquals(new TreeSet<>(), unlisted, "rooms missing under \"Inside the watch\"");
    }

    @Test
    void arrows_inside_a_room_point_downwards_only() {
        var found = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            int from = inside.getOrDefault(roomInside(type), Integer.MAX_VALUE);
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                JavaClass target = arrow.getTargetClass().getBaseComponentType();
                boolean other =
                        room(target).isPresent() && !roomInside(target).equals(roomInside(type));
                if (other && inside.getOrDefault(roomInside(target), 0) >= from) {
                    found.add(arrow.getDescription());
                }
            }
        }
        assertEquals(new TreeSet<>(), found);
    }

    @Test
    void what_a_room_must_not_know_it_does_not_use() {
        var rows = ArchitectureTables.under("### What a room must not know");
        assertTrue(rows.size() >= 4, "the table of absences was not read");
        List<String> found = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> from = ArchitectureTables.names(row.get(0));
            List<String> to = ArchitectureTables.names(row.get(1));
            found.addAll(arrowsWhere((a, b) -> from.contains(a) && to.contains(b)));
        }
        assertEquals(List.of(), found);
    }

    private static List<String> arrowsWhere(BiPredicate<String, String> wrong) {
        var found = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            String from = room(type).orElseThrow();
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                Optional<String> to = room(arrow.getTargetClass().getBaseComponentType());
                if (to.isPresent() && !to.get().equals(from) && wrong.test(from, to.get())) {
                    found.add(from + " → " + to.get() + ": " + arrow.getDescription());
                }
            }
        }
        return List.copyOf(found);
    }

    @Test
    void what_only_some_rooms_touch_stays_there() {
        var rows = ArchitectureTables.under("### What only some rooms touch");
        assertTrue(rows.size() >= 5, "the table of libraries was not read");
        List<String> found = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> libraries = ArchitectureTables.names(row.get(0));
            List<String> allowed = ArchitectureTables.names(row.get(1));
            found.addAll(uses(libraries, allowed));
        }
        assertEquals(List.of(), found);
    }

    private static List<String> uses(List<String> libraries, List<String> allowed) {
        var found = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            if (allowed.contains(room(type).orElseThrow())) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> startsWithOne(arrow.getTargetClass(), libraries))
                    .forEach(arrow -> found.add(arrow.getDescription()));
        }
        return List.copyOf(found);
    }

    private static boolean startsWithOne(JavaClass type, List<String> libraries) {
        return libraries.stream().anyMatch(type.getBaseComponentType().getName()::startsWith);
    }

    @Test
    void nothing_of_the_story_desk_is_reachable() {
        var found = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(a -> startsWithOne(a.getTargetClass(), List.of("org.watchword.story")))
                    .forEach(arrow -> found.add(arrow.getDescription()));
        }
        assertEquals(new TreeSet<>(), found);
    }
}
