package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;

/// A desk into every field of which something was typed over its own forms. Afterwards nothing of
/// it is readable in the data directory, in logs or in temporary files. A sealed column that nobody
/// fills here fails the test: the next field cannot be forgotten.
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

    /// Filled by no page yet; the tests of the ledger write them, and look for what was in them.
    private static final Set<String> OF_THE_LEDGER =
            Set.of(
                    "entry.entry_id",
                    "entry.leaf",
                    "entry.sealed",
                    "entry_slot.slot",
                    "envelope.lies",
                    "envelope_opening.reason",
                    "epoch_slot.slot",
                    "founding_statement.statement",
                    "half_signed.statement",
                    "known_key.on_paper",
                    "glass_slot.desks",
                    "glass_slot.holders",
                    "organisation.fingerprint",
                    "organisation.head",
                    "organisation.organisation",
                    "statement.statement");

    @TempDir Path directory;

    @Test
    void are_nowhere_readable_and_no_sealed_column_is_without_one() throws IOException {
        Path file = Files.writeString(directory.resolve("story.yaml"), STORY);
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            throw new IllegalStateException("the story of this test is wrong");
        }
        var outside = new StoryWorld.Outside(InstantSource.system(), new SecureRandom());
        Path place = Files.createDirectories(directory.resolve("place"));
        try (var world = StoryWorld.open(story, file, place, outside)) {
            var forms = new FieldsFilled(world);
            forms.everywhere();
            world.desk().settle();
            world.desk().quit();
            Set<String> needles = new HashSet<>(Needles.of(world));
            needles.addAll(forms.typed());
            List<Sentence> wrong = Aftermath.wrongIn(world.desk(), new NeedleSearch(needles));
            assertEquals(List.of(), wrong);
            Set<String> filledElsewhere = new HashSet<>(OF_THE_STORIES);
            filledElsewhere.addAll(OF_THE_LEDGER);
            assertEquals(filledElsewhere, empty(world.desk().directory().resolve("desk.db")));
            assertEquals(Set.of("desk.yaml"), filesWith(story.place().desk(), world.desk()));
            for (Path written : world.desk().written()) {
                assertEquals(Set.of(), overlooked(written));
            }
        }
    }

    /// What is configured stands where it was typed, and nowhere else.
    private static Set<String> filesWith(String configured, DeskProcess desk) throws IOException {
        Set<String> files = new TreeSet<>();
        var search = new NeedleSearch(List.of(configured));
        for (Path written : desk.written()) {
            search.in(written).forEach(found -> files.add(found.file()));
        }
        return files;
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

    /// Every column of bytes that is sealed and in which nothing lies. What is found by a keyed
    /// hash, and what only keys are made of, is typed by nobody.
    private static Set<String> empty(Path database) throws IOException {
        Set<String> empty = new TreeSet<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            for (String column : sealed(connection)) {
                String[] at = column.split("\\.", 2);
                String count =
                        "SELECT count(*) FROM %s WHERE length(%s) > 0".formatted(at[0], at[1]);
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(count)) {
                    if (row.getInt(1) == 0) {
                        empty.add(column);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
        return empty;
    }

    private static List<String> sealed(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT m.name || '.' || c.name
                                FROM sqlite_master m, pragma_table_info(m.name) c
                                WHERE m.type = 'table' AND c.type = 'BLOB'
                                    AND c.name NOT LIKE '%_hash'
                                    AND c.name NOT IN ('sieve', 'slots', 'token_seed')\
                                """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
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
