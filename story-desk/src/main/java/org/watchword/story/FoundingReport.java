package org.watchword.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table of `docs/from-the-report.md`, whose last column only a story run may write.
///
/// A row works when every step that shows it has passed.
public final class FoundingReport {
    private static final Pattern ROW = Pattern.compile("\\| *(\\d{1,3}) *\\|.*");
    private static final String WORKS = "works";
    private static final String NOT_YET = "not yet";

    private FoundingReport() {}

    /// The document with its state column written anew.
    public static String written(String document, List<StepResult> results) {
        Map<Integer, Boolean> works = new HashMap<>();
        for (StepResult result : results) {
            boolean passed = result.outcome() == StepResult.Outcome.PASSED;
            result.step().shows().forEach(row -> works.merge(row, passed, Boolean::logicalAnd));
        }
        List<String> lines = new ArrayList<>();
        for (String line : document.split("\n", -1)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                int number = Integer.parseInt(row.group(1));
                lines.add(withState(line, works.getOrDefault(number, false)));
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static String withState(String line, boolean works) {
        int end = line.lastIndexOf('|');
        int begin = line.lastIndexOf('|', end - 1);
        return line.substring(0, begin + 1) + " " + (works ? WORKS : NOT_YET) + " |";
    }
}
