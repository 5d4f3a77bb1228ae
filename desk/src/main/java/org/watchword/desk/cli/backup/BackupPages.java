package org.watchword.desk.cli.backup;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// How it stands with the backups, on a page, and how old the newest is, on the board. Where they
/// go and who can open them is set on the machine alone: a session that could choose the recipients
/// could take everything away.
public final class BackupPages implements Places.Filler {
    static final String PATH = "/backup";

    private final BackupStatus status;

    public BackupPages(BackupStatus status) {
        this.status = status;
    }

    public List<Route> routes() {
        return List.of(Route.get(PATH, new Gate.May(Capability.ANSWER), this::show));
    }

    private Answer show(Visit visit) {
        var lines =
                status.lines(visit.times()).stream()
                        .map(line ->
                                new BackupView.Line(line.well(), visit.words().say(line.says())))
                        .toList();
        return Answer.page(
                "cli/backup.jte", Sentence.of("cli.backup.page.title"), new BackupView.All(lines));
    }

    @Override
    public String place() {
        return "board.beside";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        boolean may = visit.caller().mayDo(Capability.ANSWER);
        return may ? status.age(visit.times()).map(line -> beside(visit, line)) : Optional.empty();
    }

    private static Places.Inside beside(Visit visit, BackupStatus.Line line) {
        return new Places.Inside(
                line.well() ? "cli/backup_age.jte" : "cli/backup_beside.jte",
                new BackupView.Beside(visit.words().say(line.says()), PATH));
    }
}
