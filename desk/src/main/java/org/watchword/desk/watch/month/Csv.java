package org.watchword.desk.watch.month;

import java.util.List;
import java.util.stream.Collectors;

/// Lines for a spreadsheet: RFC 4180, in UTF-8 with the mark by which spreadsheets know it.
final class Csv {
    private static final char MARK = '\uFEFF';
    private static final String FORMULAS = "=+-@\t\r";

    static String of(List<List<String>> lines) {
        return MARK
                + lines.stream()
                        .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// A spreadsheet must not take what somebody typed for a formula.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private Csv() {}
}
