package org.watchword.desk.watch.month;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the page of a month's statistics shows.
public final class MonthView {
    /// The whole page.
    ///
    /// @param month as it stands in the address, such as `2021-02`
    /// @param typed what was typed for another month
    public record Page(
            String month,
            String name,
            String typed,
            boolean running,
            List<Line> lines,
            List<Channel> channels,
            List<Wrong> wrong) {}

    /// One figure, of alarms and of drills.
    public record Line(String what, String alarms, String drills) {}

    /// How a channel failed.
    public record Channel(String label, String count, String total, String longest) {}

    private MonthView() {}
}
