package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.CallersOfEverySort.Sort;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;

/// Every address of a desk in use, asked for by everybody who might: by roles, by what they did in
/// the last minutes, and by how they belong to the case that the address speaks of.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoComesIn {
    private static final Path LIST = Path.of("..", "docs", "who-comes-in.md");

    /// They lead somebody on to the one that he needs.
    private static final Set<String> DOORS = Set.of("/sign-in", "/pin", "/unlock", "/confirm");

    private CallersOfEverySort callers;
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    void ask(@TempDir Path dir) {
        callers = new CallersOfEverySort(dir);
        for (Route route : callers.desk().routes()) {
            String cells =
                    Stream.of(Sort.values())
                            .map(sort -> cell(route, sort))
                            .collect(Collectors.joining(" | "));
            lines.add("| %s | `%s` | %s |".formatted(route.method(), route.path(), cells));
        }
        lines.sort(null);
    }

    @AfterAll
    void close() {
        callers.close();
    }

    /// What somebody meets at an address. A post that would pass its gate is not sent: it would be
    /// done.
    private String cell(Route route, Sort sort) {
        Came expected = expected(route.gate(), sort);
        if (route.gate() instanceof Gate.Machine) {
            return Came.NOTHING.sign;
        }
        Came came =
                switch (route.method()) {
                    case GET -> callers.get(route.path(), sort);
                    case POST -> expected.isIn() ? Came.IN : callers.post(route.path(), sort);
                };
        boolean same = expected.isIn() ? came.isIn() : came == expected;
        if (!same && !DOORS.contains(route.path())) {
            wrong.add("%s %s, %s: %s".formatted(route.method(), route.path(), sort, came));
        }
        return came.sign;
    }

    /// What the gate says, in other words than the desk's.
    private static Came expected(Gate gate, Sort who) {
        return switch (gate) {
            case Gate.Open() -> Came.IN;
            case Gate.Machine() -> Came.NOTHING;
            case Gate.Session() -> who.isSignedIn ? Came.IN : Came.SIGN_IN;
            case Gate.May(String what) -> may(what, who).orElse(Came.IN);
            case Gate.Freshly(String what) ->
                    may(what, who).orElse(who.isFresh ? Came.IN : Came.PASSPHRASE);
            case Gate.FilesOpen(String what) ->
                    may(what, who).orElse(who.hasFiles ? Came.IN : Came.FILES);
            case Gate.FilesOpenFreshly(String what) ->
                    may(what, who)
                            .orElse(
                                    !who.hasFiles
                                            ? Came.FILES
                                            : who.isFresh ? Came.IN : Came.PASSPHRASE);
        };
    }

    private static Optional<Came> may(String what, Sort who) {
        if (!who.isSignedIn) {
            return Optional.of(Came.SIGN_IN);
        }
        if (who.isLocked) {
            return Optional.of(Came.UNLOCK);
        }
        return what.isEmpty() || who.may.allows(what) ? Optional.empty() : Optional.of(Came.ROLE);
    }

    @Test
    void meets_what_the_gate_of_the_address_says() {
        assertEquals(List.of(), wrong);
        assertTrue(lines.size() > 100, "the desk has routes");
    }

    @Test
    void is_listed_for_every_address() throws IOException {
        if (Boolean.getBoolean("watchword.write")) {
            write();
        }
        var listed = Files.readAllLines(LIST).stream().filter(WhoComesIn::isLine).toList();
        assertEquals(String.join("\n", listed), String.join("\n", lines));
    }

    /// With `-Dwatchword.write=true` the list is made anew, for reading the difference.
    private void write() throws IOException {
        var text = new ArrayList<String>();
        for (String line : Files.readAllLines(LIST)) {
            if (!isLine(line)) {
                text.add(line);
            }
        }
        text.addAll(lines);
        Files.write(LIST, text);
    }

    private static boolean isLine(String line) {
        return line.startsWith("| GET") || line.startsWith("| POST");
    }

    @Test
    void is_let_in_nowhere_by_a_job_that_runs() {
        assertTrue(callers.jobRuns());
        int gates = 0;
        for (Route route : callers.desk().routes()) {
            boolean needsFiles =
                    route.gate() instanceof Gate.FilesOpen
                            || route.gate() instanceof Gate.FilesOpenFreshly;
            if (needsFiles && route.method() == Route.Method.GET) {
                assertEquals(Came.FILES, callers.get(route.path(), Sort.JOB_RUNS), route.path());
                gates++;
            }
        }
        assertTrue(gates > 5, "the desk has case files");
    }

    /// The case is opened by whoever reads in it and by nobody else, whatever his roles allow.
    @Test
    void reads_in_a_case_only_if_he_belongs_to_it() {
        for (String path :
                List.of(
                        "/cases/{id}",
                        "/cases/{id}/compartments",
                        "/cases/{id}/compartments/{compartment}/entries/{entry}")) {
            for (Sort sort : Sort.values()) {
                boolean reads = sort == Sort.READER || sort == Sort.READER_NOW;
                assertEquals(reads, callers.get(path, sort) == Came.IN, path + " " + sort);
            }
        }
    }
}
