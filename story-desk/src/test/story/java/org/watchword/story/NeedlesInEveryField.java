package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;

/// A desk into every field of which something was typed over its own forms, and that was closed and
/// backed up. Nothing of it is readable in the data directory, in logs, in temporary files or in
/// the backup. A sealed column that nobody fills here fails the test: the next field cannot be
/// forgotten.
class NeedlesInEveryField {
    /// Filled by what comes from outside or happens by itself; the stories fill them, and look for
    /// what was in them.
    private static final Set<String> OF_THE_STORIES =
            Set.of(
                    "alarm.cause_gaps",
                    "answer_code.code",
                    "call.sender",
                    "inbound.sender",
                    "inbound.text",
                    "message.outside");

    /// Empty again once the founding stands, of which this test makes the whole: nothing in it is
    /// typed. The tests of the ledger look at what waits there.
    private static final Set<String> OF_THE_LEDGER =
            // Of stretches of which nobody here fills one.
            Set.of("founding_statement.statement", "snapshot.sealed");

    /// The program alone is larger.
    private static final long CACHE_BYTES = 10_000_000;

    @TempDir private static Path directory;

    private static final Typed TYPED = new Typed();
    private static StoryWorld world;
    private static BackupInHand backup;
    private static StartCache cache;
    private static SettingsFilled settings;
    private static Set<String> needles;

    /// Whatever was typed, and what the desk gave out.
    private static NeedleSearch search() {
        return TYPED.searchedWith(needles);
    }

    @BeforeAll
    static void a_desk_filled_closed_and_backed_up() throws Exception {
        Path file = Files.writeString(directory.resolve("story.yaml"), STORY);
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            throw new IllegalStateException("the story of this test is wrong");
        }
        var outside = new StoryWorld.Outside(InstantSource.system(), new SecureRandom());
        Path place = Files.createDirectories(directory.resolve("place"));
        backup = BackupInHand.in(directory.resolve("beside"));
        try (var filled = StoryWorld.open(story, file, place, outside)) {
            world = filled;
            desk().quit();
            settings = SettingsFilled.of(desk().directory(), directory.resolve("pem"), backup);
            settings.writeForPeopleAtThisMachine();
            cache = StartCache.in(directory.resolve("cache"));
            cache.notedBy(desk());
            desk().restart();
            new FieldsFilled(filled, TYPED).everywhere();
            desk().settle();
            desk().quit();
            cache.givenTo(desk());
            // The browsers of this test speak no TLS; the desk is only started and ended with it.
            settings.writeAll();
            desk().restart();
            desk().settle();
            desk().quit();
            cache.leave(desk());
            needles = new HashSet<>(Needles.of(filled));
            if (backup.canBeMade()) {
                backup.make(desk().directory());
            }
        }
    }

    private static DeskProcess desk() {
        return world.desk();
    }

    @Test
    void are_nowhere_readable() throws IOException {
        List<Sentence> wrong = Aftermath.wrongIn(desk(), search());
        assertEquals(List.of(), wrong);
    }

    /// The cache is full of the program's own words: a short name would stand in it by chance.
    @Test
    void are_not_readable_in_a_start_cache_that_was_made_from_that_very_run() throws IOException {
        assertTrue(Files.size(cache.file()) > CACHE_BYTES, "a cache was made");
        assertEquals(List.of(), TYPED.longOnes(needles).in(cache.file()));
        assertEquals(List.of(), TYPED.longOnes(needles).in(cache.noted()));
    }

    @Test
    @Tag("age")
    void are_nowhere_readable_in_a_backup_as_it_lies() throws IOException {
        Assumptions.assumeTrue(backup.canBeMade(), "age is not here");
        try (var files = Files.list(backup.target())) {
            // Ours, and perhaps the night's of the desk itself.
            assertTrue(files.filter(file -> file.toString().endsWith(".age")).count() >= 2);
        }
        assertEquals(List.of(), search().in(backup.target()));
    }

    @Test
    void are_in_every_sealed_column() throws IOException {
        Set<String> filledElsewhere = new HashSet<>(OF_THE_STORIES);
        filledElsewhere.addAll(OF_THE_LEDGER);
        assertEquals(filledElsewhere, new SealedColumns(desk().directory()).empty());
    }

    /// A setting that nobody gives here fails: the next one cannot be forgotten.
    @Test
    void of_the_settings_are_all_there_are() {
        assertEquals(Set.of(), settings.leftOut());
    }

    /// What is configured stands where it was typed, and nowhere else.
    @Test
    void of_the_settings_stand_in_their_file_alone() throws IOException {
        Map<String, Set<String>> files = new TreeMap<>();
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (String value : settings.values()) {
            files.put(value, filesWith(value));
            wanted.put(value, Set.of(SettingsFile.NAME));
        }
        assertEquals(wanted, files);
    }

    private static Set<String> filesWith(String configured) throws IOException {
        Set<String> files = new TreeSet<>();
        var search = new NeedleSearch(List.of(configured));
        List<Path> all = new ArrayList<>(desk().written());
        all.add(backup.target());
        for (Path written : all) {
            search.in(written).forEach(found -> files.add(found.file()));
        }
        return files;
    }

    @Test
    @Tag("age")
    void are_nowhere_readable_in_a_backup_that_somebody_opened() throws IOException {
        Assumptions.assumeTrue(backup.canBeMade(), "age is not here");
        for (Path opened : List.of(backup.rest(), backup.slots())) {
            assertTrue(Files.exists(opened.resolve("manifest.txt")), "it was opened");
            assertEquals(List.of(), search().in(opened));
        }
    }

    /// The key lies beside the rows, so that the watch plane opens; a case file does not.
    @Test
    void of_a_case_do_not_open_with_the_watch_key() throws IOException {
        assertOnlyTheWatchOpens(desk().directory());
    }

    @Test
    @Tag("age")
    void of_a_case_do_not_open_with_what_lies_in_a_backup() throws IOException {
        Assumptions.assumeTrue(backup.canBeMade(), "age is not here");
        assertOnlyTheWatchOpens(backup.rest());
    }

    private static void assertOnlyTheWatchOpens(Path place) throws IOException {
        var all = search();
        Set<String> opened = new HashSet<>();
        for (String text : new SealedColumns(place).openedByTheKey()) {
            opened.addAll(all.in(text.getBytes(StandardCharsets.UTF_8)));
        }
        Set<String> ofCases = new TreeSet<>(TYPED.ofCases());
        assertEquals(11, ofCases.size());
        ofCases.retainAll(opened);
        assertEquals(Set.of(), ofCases);
        for (String ofTheWatch : List.of("sounds", "reason", "hand-over")) {
            assertTrue(opened.stream().anyMatch(one -> one.startsWith(ofTheWatch)), ofTheWatch);
        }
    }

    @Test
    @Tag("age")
    void have_their_slots_in_the_file_of_slots_alone() throws IOException {
        Assumptions.assumeTrue(backup.canBeMade(), "age is not here");
        Map<String, byte[]> slots = new SealedColumns(desk().directory()).slots();
        assertEquals(Set.of(), slotsIn(backup.rest(), slots));
        assertEquals(named(slots.keySet().stream()), slotsIn(backup.slots(), slots));
    }

    private static Set<String> slotsIn(Path place, Map<String, byte[]> slots) throws IOException {
        return named(
                new NeedleSearch(List.of(), slots)
                        .in(place).stream().map(NeedleSearch.Found::needle));
    }

    private static Set<String> named(Stream<String> pieces) {
        return pieces.map(piece -> piece.split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void would_be_found_wherever_they_are_looked_for() throws IOException {
        List<Path> all = new ArrayList<>(desk().written());
        all.addAll(List.of(backup.target(), backup.rest(), backup.slots(), cache.file()));
        for (Path written : all) {
            assertEquals(Set.of(), overlooked(written));
        }
    }

    /// The ways in which a word could have leaked into one of the places that are looked through,
    /// and would not be found there.
    private static Set<Planted> overlooked(Path written) throws IOException {
        Set<Planted> overlooked = EnumSet.allOf(Planted.class);
        boolean many = Files.isDirectory(written);
        if (!many) {
            overlooked.remove(Planted.NAME);
        }
        for (Planted form : overlooked) {
            String name = form == Planted.NAME ? word(form) : "planted " + form;
            Files.write(
                    many ? written.resolve(name) : written,
                    form.of(word(form)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        var search = new NeedleSearch(overlooked.stream().map(NeedlesInEveryField::word).toList());
        var found = search.in(written).stream().map(NeedleSearch.Found::needle).toList();
        overlooked.removeIf(form -> found.contains(word(form)));
        return overlooked;
    }

    /// A word of its own for each way.
    private static String word(Planted form) {
        return "сойка за дверью " + form;
    }

    private static final String STORY =
            """
            format: 1
            story: Needles
            desk: Quayside lantern
            zone: Europe/Moscow
            date: 2021-02-04
            language: en
            channels: {post-box-of-quay: mail}
            roles:
              duty: {label: Whoever answers tonight, may: [answer]}
              keeper: {label: Keeper of all that, may: [people, channels, ladders, lead]}
            people:
              Wrenfield: {language: en, roles: [duty, keeper], addresses: {post-box-of-quay: wren@quay.example}}
              Heronsgate: {language: ru, roles: [duty, keeper], addresses: {post-box-of-quay: heron@quay.example}}
              Ternwater: {language: en, roles: [duty], addresses: {post-box-of-quay: tern@quay.example}}
            shifts: [{role: duty, who: Wrenfield, from: "08:00", until: "22:00"}]
            ladders: {Calls in the night: {steps: [{ring: [Heronsgate], wait: 30min}]}}
            codenames:
              ALDERWOOD:
                plan: Speak slowly to them.
                ladder: Calls in the night
                addresses: {post-box-of-quay: hidden@alder.example}
                questions: [{asks: What did you carry upstairs?, answer: a red kettle}]
            watches: {House of seven: {who: [ALDERWOOD], times: ["10:00", "22:00"], grace: 30min}}
            steps: [{at: "15:00", tells: The desk stands.}]
            """;
}
