package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ThePageInTheDocs {
    private static Path measurements() {
        Path at = Path.of("docs/measurements").toAbsolutePath();
        return Files.isDirectory(at) ? at : Path.of("../docs/measurements").toAbsolutePath();
    }

    @Test
    void says_what_the_report_beside_it_says() throws Exception {
        Report report = Report.read(measurements().resolve(ResultPage.REPORT), Report.WATCH);
        String page = Files.readString(measurements().resolve(ResultPage.PAGE));

        assertTrue(!report.parts().isEmpty(), "there is a report");
        assertTrue(
                page.startsWith(new ResultPage(report).text()),
                "./watchword bench page writes it anew");
        assertEquals(
                new Chart(report).svg(),
                Files.readString(measurements().resolve(ResultPage.CHART)));
    }
}
