package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThePageInTheDocs {
    private static Path measurements() {
        Path at = Path.of("docs/measurements").toAbsolutePath();
        return Files.isDirectory(at) ? at : Path.of("../docs/measurements").toAbsolutePath();
    }

    @ParameterizedTest
    @ValueSource(strings = {Report.WATCH, Report.FORMATS})
    void says_what_the_report_beside_it_says(String bench) throws Exception {
        Report report = Report.read(measurements().resolve(bench + ".json"));
        String page = Files.readString(measurements().resolve(bench + ".md"));

        assertTrue(!report.parts().isEmpty(), "there is a report");
        assertTrue(
                page.startsWith(new ResultPage(report).text()),
                "./watchword bench page writes it anew");
    }

    @Test
    void shows_the_chart_of_the_watch() throws Exception {
        Report report = Report.read(measurements().resolve("watch.json"));

        assertEquals(
                new Chart(report).svg(), Files.readString(measurements().resolve("watch.svg")));
    }
}
