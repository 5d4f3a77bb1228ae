package org.watchword.desk.cli.backup;

import java.util.List;

/// What the page of the backups shows.
public final class BackupView {
    public record Line(boolean well, String says) {}

    public record All(List<Line> lines) {}

    public record Beside(String says, String path) {}

    private BackupView() {}
}
