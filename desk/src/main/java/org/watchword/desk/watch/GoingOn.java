package org.watchword.desk.watch;

import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;

/// Where people are led after what they pressed.
final class GoingOn {
    static String room(AlarmId alarm) {
        return "/alarms/" + alarm.value();
    }

    /// Into the room of the alarm that was raised.
    static Answer raised(RaiseReply reply) {
        return switch (reply) {
            case RaiseReply.Raised raised -> Answer.goTo(room(raised.alarm()));
            case RaiseReply.AlreadyRaised again -> Answer.goTo(room(again.alarm()));
            case RaiseReply.Joined joined -> Answer.goTo(room(joined.alarm()));
        };
    }

    static Answer to(AlarmId alarm, Reply.ToAnswer reply) {
        return switch (reply) {
            case Reply.OnIt _ -> Answer.goTo(room(alarm));
            case Reply.AlreadyClosed _ -> over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    static Answer to(AlarmId alarm, Reply.ToNote reply) {
        return switch (reply) {
            case Reply.Kept _, Reply.NotATime _ -> Answer.goTo(room(alarm));
            case Reply.StaysADrill _ ->
                    Answer.refused(Sentence.of("watch.drill.stays-one"), room(alarm));
            case Reply.AlreadyClosed _ -> over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    /// A number from a form; 0, which nothing has, where it is none.
    static long number(Optional<String> typed) {
        return typed.filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong).orElse(0L);
    }

    static Answer over(AlarmId alarm) {
        return Answer.refused(Sentence.of("watch.alarm.over"), room(alarm));
    }

    private GoingOn() {}
}
