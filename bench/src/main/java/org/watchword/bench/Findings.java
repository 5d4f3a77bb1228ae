package org.watchword.bench;

import java.util.List;

/// What one part found.
///
/// @param how it was measured, a paragraph each
/// @param notMeasured what it left out, and why
record Findings(
        List<String> how, List<Figure> figures, List<Goal> goals, List<String> notMeasured) {
    Findings {
        how = List.copyOf(how);
        figures = List.copyOf(figures);
        goals = List.copyOf(goals);
        notMeasured = List.copyOf(notMeasured);
    }
}
