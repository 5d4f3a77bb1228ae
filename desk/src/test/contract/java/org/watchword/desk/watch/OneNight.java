package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.watch.AlarmView.State;
import org.watchword.desk.watch.AlarmView.Whom;
import org.watchword.desk.watch.LadderView.Rung;
import org.watchword.desk.watch.LadderView.Running;
import org.watchword.desk.watch.LadderView.Stand;
import org.watchword.desk.watch.LadderView.Step;
import org.watchword.desk.watch.LadderView.Tone;

/// The pages as they look on one night that could have been.
final class OneNight {
    private static final Whom KESTREL = new Whom("Kestrel", true);
    private static final Instant CALLED = SampleViews.SINCE;

    static Map<String, Object> pages() {
        var pages = new LinkedHashMap<String, Object>();
        pages.put("watch/board.jte", board());
        pages.put(
                "watch/call.jte",
                new CallView.Call("f", CallView.Heard.NOTHING, List.of("Kestrel", "Rowan")));
        pages.put("watch/alarm.jte", room());
        pages.put(
                "watch/end.jte",
                new AlarmView.End(
                        7,
                        KESTREL,
                        true,
                        "Two people must each have seen the person or spoken to the person.",
                        List.of("Until the second one has said so, the alarm goes on."),
                        List.of(
                                line(
                                        240,
                                        "Sat with me in the kitchen at 15:03.",
                                        "Marten: Face to face")),
                        false,
                        List.of(),
                        List.of(
                                new AlarmView.Ask(
                                        3,
                                        "Kestrel",
                                        9,
                                        "What did we eat on the ferry?",
                                        "Two right answers are enough.")),
                        List.of("face-to-face", "video", "other-line", "same-line"),
                        "",
                        "",
                        false,
                        List.of()));
        pages.put(
                "watch/answer.jte",
                new AnswerView(
                        "en",
                        "Answer",
                        "This is a drill.",
                        "Type the two digits that stand in the message beside this link.",
                        Optional.of(
                                new AnswerView.Form(
                                        "/a/x",
                                        "Two digits",
                                        "You are then not rung for 15 minutes.",
                                        "I'm on it",
                                        "")),
                        "Open the desk"));
        pages.put(
                "watch/ladders.jte",
                new LaddersView.All(List.of(ladderSetUp()), List.of(), "", List.of()));
        pages.put(
                "watch/ladder_one.jte",
                new LaddersView.One(ladderSetUp(), "Night ladder", true, List.of()));
        return pages;
    }

    private static BoardView.Board board() {
        return new BoardView.Board(
                "f",
                List.of(
                        new BoardView.Ringing(
                                7,
                                KESTREL,
                                1,
                                CALLED,
                                Duration.ofSeconds(252),
                                false,
                                false,
                                false,
                                "Do not call back. Speak to the case lead.",
                                "Heard at 15:00: They are at the door. Screaming behind.",
                                "Step 2 of 4: Heron and Finch are being rung."),
                        new BoardView.Ringing(
                                6,
                                new Whom("2 callers not known", false),
                                1,
                                CALLED,
                                Duration.ofSeconds(4300),
                                true,
                                true,
                                true,
                                "",
                                "Heard at 13:52: A child, no words.",
                                "Marten is on it.")),
                List.of(
                        new BoardView.Flag(
                                "Night ladder: Step 3: Swift has no working address.",
                                "/people",
                                "people")),
                List.of(
                        new BoardView.OnDuty("Duty officer", "Wren", "until 22:00", "then Finch"),
                        new BoardView.OnDuty("Lawyer", "", "", "then Heron")),
                List.of(),
                List.of(
                        new BoardView.Ended(
                                5,
                                KESTREL,
                                CALLED.minusSeconds(86_400),
                                Duration.ofMinutes(31),
                                "A call")),
                Set.of("answer", "people"));
    }

    private static AlarmView.Room room() {
        var heard =
                new CallView.Heard(
                        "Kestrel",
                        false,
                        "They are at the door.",
                        "Screaming behind, then the call ends.",
                        "",
                        "",
                        "15:00");
        return new AlarmView.Room(
                now(),
                "Send Heron. Ask the two stations in the district, then the ring road post. Call"
                        + " back only over the other number. Do not ring the family before Swift has.",
                List.of(new CallView.Fields(7, 3, heard, List.of("Kestrel"), List.of())),
                List.of(
                        new AlarmView.Colleague(2, "Heron", "Lawyer"),
                        new AlarmView.Colleague(3, "Finch", "Duty officer")),
                "",
                List.of());
    }

    private static AlarmView.Now now() {
        var ladder = new LadderView.Ladder(steps(), "then again from 1", "The ladder.");
        return new AlarmView.Now(
                7,
                KESTREL,
                CALLED,
                Duration.ofSeconds(252),
                State.RINGS,
                false,
                false,
                "A call",
                false,
                "Do not call back. Speak to the case lead.",
                List.of(new AlarmView.About("Kestrel", "since 15:00")),
                "Marten raised it. Step 2 of 4: Finch is being rung.",
                List.of(
                        new AlarmView.Unconfirmed(
                                9,
                                "Swift",
                                "Swift answered by message. Not confirmed; it runs out at 15:19.",
                                false)),
                List.of(
                        "You raised it, so you are not rung. It rings until somebody else answers."),
                ladder,
                LadderPicture.of(ladder),
                List.of(
                        line(
                                0,
                                "They are at the door.\nSounds: Screaming behind, then the call ends.",
                                "logged by Marten at 15:00:40"),
                        line(41, "", "Raised by Marten."),
                        line(200, "", "Heron is on it."),
                        line(230, "At the flat in ten minutes.", "noted by Heron")));
    }

    private static List<Step> steps() {
        return List.of(
                new Step(
                        Stand.ANSWERED,
                        "1 Duty officer",
                        "15:00 to 15:01",
                        List.of(new Rung("Marten", List.of(), "raised it 15:00:41", Tone.GOOD)),
                        Optional.empty()),
                new Step(
                        Stand.RINGS,
                        "2 Lawyer and Second officer",
                        "since 15:01",
                        List.of(
                                new Rung(
                                        "Heron",
                                        List.of("Mail 15:01:42 failed", "Paper 15:01:44 sent"),
                                        "on it 15:03:20",
                                        Tone.GOOD),
                                new Rung(
                                        "Swift",
                                        List.of("SMS 15:01:42 sent"),
                                        "answered, not confirmed, runs out at 15:19",
                                        Tone.UNCONFIRMED),
                                new Rung(
                                        "Finch",
                                        List.of("Mail 15:01:42 failed", "Paper 15:01:44 sent"),
                                        "no answer yet",
                                        Tone.SOFT)),
                        Optional.of(new Running(74, "all must answer · next step in 01:20"))),
                new Step(Stand.TO_COME, "3 Case lead", "about 15:06", List.of(), Optional.empty()),
                new Step(
                        Stand.TO_COME,
                        "4 Everybody on the list",
                        "about 15:11",
                        List.of(),
                        Optional.empty()));
    }

    private static LaddersView.Shown ladderSetUp() {
        return new LaddersView.Shown(
                1,
                "Night ladder",
                "1f",
                true,
                List.of(
                        new LaddersView.ShownStep(
                                1,
                                "Duty officer",
                                "over everything they have",
                                "01:00 until the next step",
                                false,
                                List.of()),
                        new LaddersView.ShownStep(
                                2,
                                "Lawyer and Second officer",
                                "over Mail and Paper",
                                "05:00 until the next step",
                                true,
                                List.of("Step 2: nobody has the role Second officer."))),
                List.of());
    }

    private static AlarmView.Line line(int after, String words, String what) {
        return new AlarmView.Line(CALLED.plusSeconds(after), words, what);
    }

    private OneNight() {}
}
