package org.watchword.story;

import java.util.List;
import java.util.Locale;
import org.watchword.story.script.Expectation;
import org.watchword.story.script.Step;
import org.watchword.story.script.Upset;
import org.watchword.story.script.Verb;

/// Steps and expectations in the words of the story file.
final class Labels {
    private Labels() {}

    static String of(Step step) {
        var parts = new java.util.ArrayList<String>();
        step.upsets().forEach(u -> parts.add(of(u)));
        step.deed().ifPresent(d -> parts.add(d.who().map(w -> w + " ").orElse("") + of(d.verb())));
        if (parts.isEmpty()) {
            parts.add(step.tells().isEmpty() ? "…" : step.tells());
        }
        return String.join(", ", parts);
    }

    static String of(Upset upset) {
        return switch (upset) {
            case Upset.Kill k -> "kill";
            case Upset.KillAtOpening k -> "kill once an envelope opens";
            case Upset.Restart r -> "restart";
            case Upset.ChannelTurns c ->
                    "channel " + c.channel() + " " + c.to().name().toLowerCase(Locale.ROOT);
            case Upset.DiskTurns d -> d.full() ? "disk full" : "disk mends";
            case Upset.WatcherTurns w -> w.on() ? "watcher starts" : "watcher stops";
            case Upset.ClockSet c ->
                    "clock " + (c.by().isNegative() ? "" : "+") + c.by().toMinutes() + "min";
            case Upset.KeySwapped k ->
                    "key of " + k.whose() + " swapped" + (k.inTheList() ? " in the list" : "");
        };
    }

    static String of(Verb verb) {
        return switch (verb) {
            case Verb.SignIn s -> s.rightly() ? "sign_in" : "sign_in wrongly";
            case Verb.LogCall l -> "log_call " + about(l.call());
            case Verb.RaiseNow r -> "raise_now";
            case Verb.AddToCall a -> "add_to_call " + about(a.call());
            case Verb.Acknowledge a -> "acknowledge";
            case Verb.StillOnIt s -> "still_on_it";
            case Verb.Note n -> "note";
            case Verb.PassOn p -> "pass_on " + p.to();
            case Verb.EndAlarm e -> "end_alarm " + e.seen() + proof(e.proof());
            case Verb.TakeShift t -> "take_shift " + t.role().value();
            case Verb.Pause p -> "pause " + p.watch() + " with " + p.second();
            case Verb.Join j -> "join";
            case Verb.AddChannel a -> "add_channel " + a.channel();
            case Verb.AddAddress a -> "add_address of " + a.whose() + " on " + a.channel();
            case Verb.ProveAddress p -> "prove_address on " + p.channel();
            case Verb.AddCodename a -> "add_codename " + a.name();
            case Verb.ResumeWatch r -> "resume_watch " + r.watch();
            case Verb.EndWatch e -> "end_watch " + e.watch();
            case Verb.MakeCard m -> "make_card " + m.about();
            case Verb.BurnCard b -> "burn_card " + b.about();
            case Verb.SetWatcher w -> "set_watcher that rings " + w.rings();
            case Verb.BeginDrill b -> "begin_drill " + b.about();
            case Verb.EndDrill e -> "end_drill";
            case Verb.WithCaseFiles w -> withFiles(w);
            case Verb.ChecksIn c ->
                    c.who() + " checks_in by " + way(c.by()) + ": " + small(c.word());
            case Verb.Confirm c -> "confirm " + c.whose();
            case Verb.AnswerByReply r -> "answer_by_reply over " + r.over() + times(r.times());
            case Verb.OpenLink o -> "open_link";
            case Verb.AnswerByLink a -> "answer_by_link" + times(a.times());
            case Verb.Says s -> "says over " + s.over() + times(s.times());
            case Verb.Scanner s -> "scanner opens the messages to " + s.opens();
        };
    }

    private static String withFiles(Verb.WithCaseFiles verb) {
        return switch (verb) {
            case Verb.OpenFiles o -> "open_files";
            case Verb.Found f -> "found with " + joined(f.with());
            case Verb.Sign s -> "sign";
            case Verb.Invite i -> "invite " + i.whom();
            case Verb.LetIn l -> "let_in " + l.whom();
            case Verb.Remove r -> "remove " + r.whom();
            case Verb.PrintSheet p -> "print_sheet";
            case Verb.ShutOut s -> "shut_out " + s.whom();
            case Verb.ShutOutByCode s -> "shut_out_by_code " + s.whom();
            case Verb.Lift l -> "lift " + l.whom();
            case Verb.OpenCase o -> "open_case " + o.name();
            case Verb.OpenCompartment o -> "open_compartment " + o.name() + " of " + o.of();
            case Verb.TakeOut t -> "take_out " + t.whom() + " from " + t.from() + " of " + t.of();
            case Verb.Write w -> "write into " + w.of();
            case Verb.Look l -> "look_into " + l.at();
            case Verb.Remind r -> "remind in " + r.of();
            case Verb.EndReminder e -> "end_reminder in " + e.of();
            case Verb.FillEnvelope f -> "fill_envelope " + f.about();
            case Verb.OpenEnvelope o -> "open_envelope " + o.about();
            case Verb.AgreeEnvelope a -> "agree_envelope " + a.about();
            case Verb.ShowEnvelope s -> "show_envelope " + s.about();
        };
    }

    private static String proof(Verb.Proof proof) {
        return proof == Verb.Proof.NONE ? "" : ", proof " + small(proof);
    }

    private static String way(Verb.Way way) {
        return switch (way) {
            case Verb.Way.QuietDoor d -> "door";
            case Verb.Way.Over over -> over.channel();
        };
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String times(int times) {
        return times == 1 ? "" : " ×" + times;
    }

    private static String about(Verb.Call call) {
        return call.about().orElse(call.notKnown() ? "not known" : "");
    }

    static String of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.BoardShows b -> "board_shows " + joined(b.texts());
            case Expectation.AlarmIs a -> "alarm_is " + a.state().name().toLowerCase(Locale.ROOT);
            case Expectation.Rung r -> "rung " + joined(r.who());
            case Expectation.NotRung n -> "not_rung " + joined(n.who());
            case Expectation.MessageTo m -> "message_to " + m.who();
            case Expectation.Answered a ->
                    "answered " + a.who() + " as " + a.standing().name().toLowerCase(Locale.ROOT);
            case Expectation.NeutralAnswer n -> "neutral_answer " + n.who() + " by " + way(n.by());
            case Expectation.WatchIs w -> "watch_is " + small(w.state()) + " " + w.watch();
            case Expectation.NoNewAlarm n -> "no_new_alarm";
            case Expectation.PageSays p -> "page_says " + joined(p.texts());
            case Expectation.RefusedWith r -> "refused_with " + joined(r.texts());
            case Expectation.Sees s ->
                    (s.not() ? "sees_not " : "sees ") + s.who() + " " + joined(s.texts());
        };
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts);
    }
}
