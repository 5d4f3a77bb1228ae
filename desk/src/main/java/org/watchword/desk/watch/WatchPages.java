package org.watchword.desk.watch;

import java.util.List;
import java.util.stream.Stream;
import org.watchword.desk.accounts.AfterUnlock;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The pages of this room, for whoever puts the desk together.
public final class WatchPages {
    private final PageTools tools;

    public WatchPages(PageTools tools) {
        this.tools = tools;
    }

    public List<Route> routes() {
        var room = new RoomPage(tools);
        var ladders = new LadderChanges(tools.store(), tools.ladders(), tools.changes());
        return Stream.of(
                        new BoardPage(tools).routes(),
                        new CallPage(tools, room).routes(),
                        room.routes(),
                        new EndPage(tools).routes(),
                        new LadderPages(tools, ladders).routes(),
                        new StepPage(tools, ladders).routes(),
                        new CodenamePages(tools, ladders).routes(),
                        new ProofPages(tools).routes(),
                        new TextPages(tools).routes(),
                        new AnswerPage(tools).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// The ladders on a printed shift sheet.
    public List<Places.Filler> fillers() {
        return List.of(new LaddersOnSheet(tools));
    }

    /// The board, which comes first in the menu.
    public List<Frame.MenuItem> menuFirst() {
        return List.of(new Frame.MenuItem("watch.menu.board", "/", Capability.ANSWER));
    }

    /// What is set up once and comes last in the menu.
    public List<Frame.MenuItem> menuLast() {
        return List.of(
                new Frame.MenuItem("watch.menu.ladders", "/ladders", Capability.LADDERS),
                new Frame.MenuItem("watch.menu.codenames", "/codenames", Capability.LADDERS),
                new Frame.MenuItem("watch.menu.texts", "/texts", Capability.LADDERS));
    }

    /// "Raise now" on the page that asks for the PIN: one press less when it matters.
    public AfterUnlock raiseAfterUnlock() {
        return new RaiseAfterUnlock(tools);
    }

    private record RaiseAfterUnlock(PageTools tools) implements AfterUnlock {
        @Override
        public String name() {
            return "raise";
        }

        @Override
        public String labelKey() {
            return "watch.raise-now";
        }

        @Override
        public String may() {
            return Capability.ANSWER;
        }

        @Override
        public Answer act(Caller.Present now, Visit visit) {
            String press = tools.formId(visit.form(), "press");
            return GoingOn.raised(tools.watch().raiseNow(press, now.person()));
        }
    }
}
