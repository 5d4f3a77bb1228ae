package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Statement;
import org.watchword.desk.watch.Situation.Way;

/// How people end an alarm. Of each person it is about it must be known that all is well: two
/// people saw or spoke to that person, or two questions were answered rightly; after a late word
/// one is enough. After a word that asks for help only the case lead and a second person end it.
final class Endings {
    private static final int PEOPLE = 2;
    private static final int RIGHT_ANSWERS = 2;
    private static final int RIGHT_ANSWERS_AFTER_A_LATE_WORD = 1;

    /// One who saw or spoke to the people.
    static Reply seenSafe(Draft draft, Event.SeenSafe said) {
        if (!draft.origin.kind().isAboutPeople()) {
            return endedBy(draft, said.person());
        }
        Optional<Reply> unfit = unfit(said.how());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (draft.signs.lead().isPresent()) {
            return byLead(draft, said.person(), said.how());
        }
        List<Optional<CodenameId>> fresh =
                whom(draft, said.about()).stream()
                        .filter(who -> !saidBy(draft, said.person(), who))
                        .toList();
        if (fresh.isEmpty()) {
            return isEnough(draft) ? close(draft, said.person()) : new Reply.SaidBefore();
        }
        fresh.forEach(who -> state(draft, said.person(), said.how(), who));
        draft.log(draft.entry(LogKind.SEEN_SAFE).about(said.person()));
        return closeOrGoOn(draft, said.person());
    }

    /// What one may say over which way.
    private static Optional<Reply> unfit(Seen how) {
        return switch (how) {
            case SAME_LINE -> Optional.of(new Reply.SameWay());
            case NOBODY -> Optional.of(new Reply.SayHow());
            case FACE_TO_FACE, VIDEO, OTHER_LINE -> Optional.empty();
        };
    }

    private static List<Optional<CodenameId>> whom(Draft draft, List<CodenameId> named) {
        var all = all(draft);
        return named.isEmpty()
                ? all
                : all.stream().filter(who -> who.filter(named::contains).isPresent()).toList();
    }

    /// Everybody it is about; nobody named where no code-name was given.
    private static List<Optional<CodenameId>> all(Draft draft) {
        return draft.signs.about().isEmpty()
                ? List.of(Optional.empty())
                : draft.signs.about().stream().map(one -> Optional.of(one.who())).toList();
    }

    private static boolean saidBy(Draft draft, PersonId person, Optional<CodenameId> who) {
        return draft.statements.stream()
                .anyMatch(said ->
                        said.person().equals(person)
                                && !said.proof()
                                && covers(draft.origin, said, who));
    }

    /// What was said before anybody was named is about whom the alarm was raised.
    private static boolean covers(Alarm.Origin origin, Statement said, Optional<CodenameId> who) {
        return who.isEmpty() || said.about().or(origin::codename).equals(who);
    }

    /// The right answer to a question that only the person can answer, or another one.
    static Reply asked(Draft draft, Event.Asked asked) {
        Optional<Reply> unfit = unfit(asked.how());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (draft.signs.lead().isPresent()) {
            return new Reply.LeadFirst();
        }
        if (draft.signs.of(asked.about()).isEmpty()) {
            return new Reply.NotAsked();
        }
        LogKind kind = asked.right() ? LogKind.PROOF_RIGHT : LogKind.PROOF_NOT;
        draft.log(draft.entry(kind).about(asked.person()).of(asked.about()));
        if (!asked.right()) {
            Answers.renew(draft, asked.person());
            return new Reply.ProvedNothing();
        }
        draft.statements.add(
                new Statement(
                        asked.person(),
                        asked.how(),
                        draft.now(),
                        Optional.of(asked.about()),
                        true));
        return closeOrGoOn(draft, asked.person());
    }

    private static Reply closeOrGoOn(Draft draft, PersonId person) {
        if (isEnough(draft)) {
            return close(draft, person);
        }
        Answers.renew(draft, person);
        return new Reply.SecondPersonNeeded(person);
    }

    private static boolean isEnough(Draft draft) {
        return all(draft).stream()
                .allMatch(who -> isEnough(draft.origin, draft.signs, draft.statements, who));
    }

    /// Whether enough was said of this one, in an alarm that is nobody's alone to end.
    static boolean isEnough(
            Alarm.Origin origin, Signs signs, List<Statement> said, Optional<CodenameId> who) {
        var about = said.stream().filter(one -> covers(origin, one, who)).toList();
        long people = about.stream().map(Statement::person).distinct().count();
        long right = about.stream().filter(Statement::proof).count();
        return people >= PEOPLE || right >= rightAnswersNeeded(origin, signs, who);
    }

    static int rightAnswersNeeded(Alarm.Origin origin, Signs signs, Optional<CodenameId> who) {
        boolean late =
                origin.kind().isOfSilence()
                        && who.flatMap(signs::of).flatMap(Signs.About::lateWord).isPresent();
        return late ? RIGHT_ANSWERS_AFTER_A_LATE_WORD : RIGHT_ANSWERS;
    }

    /// First a case lead, then a second person. A team in which nobody leads: two people. What was
    /// said before the word counts no more.
    private static Reply byLead(Draft draft, PersonId person, Seen how) {
        int before = draft.signs.lead().orElseThrow().saidBefore();
        var valid =
                draft.statements.stream().skip(before).map(Statement::person).distinct().toList();
        List<PersonId> leads = draft.situation.leads().all();
        boolean led =
                leads.isEmpty()
                        || leads.contains(person)
                        || valid.stream().anyMatch(leads::contains);
        if (!led) {
            return new Reply.LeadFirst();
        }
        if (valid.contains(person)) {
            return new Reply.SaidBefore();
        }
        state(draft, person, how, draft.origin.codename());
        draft.log(draft.entry(LogKind.SEEN_SAFE).about(person));
        if (valid.isEmpty()) {
            Answers.renew(draft, person);
            return new Reply.SecondPersonNeeded(person);
        }
        return close(draft, person);
    }

    /// One officer, where nobody is to be seen.
    static Reply endedBy(Draft draft, PersonId person) {
        if (draft.origin.kind().isAboutPeople()) {
            return new Reply.SayHow();
        }
        state(draft, person, Seen.NOBODY, Optional.empty());
        draft.log(draft.entry(LogKind.SEEN_SAFE).about(person));
        return close(draft, person);
    }

    private static void state(Draft draft, PersonId person, Seen how, Optional<CodenameId> who) {
        draft.statements.add(new Statement(person, how, draft.now(), who, false));
    }

    private static Reply close(Draft draft, PersonId by) {
        draft.log(draft.entry(LogKind.ENDED).about(by));
        over(draft, Optional.of(by));
        return new Reply.Ended();
    }

    /// A drill is over when something real begins.
    static Reply drillOver(Draft draft) {
        return drillOver(draft, draft.entry(LogKind.DRILL_OVER), Optional.empty());
    }

    /// It lasted as long as a drill may.
    static void drillTimeOver(Draft draft) {
        drillOver(draft, draft.entry(LogKind.DRILL_TIME_OVER), Optional.empty());
    }

    /// One is enough: nobody is in danger.
    static Reply drillEndedBy(Draft draft, PersonId person) {
        var line = draft.entry(LogKind.DRILL_ENDED).about(person);
        return drillOver(draft, line, Optional.of(person));
    }

    private static Reply drillOver(Draft draft, Entry line, Optional<PersonId> by) {
        if (!draft.origin.drill()) {
            return new Reply.NoDrill();
        }
        draft.log(line);
        over(draft, by);
        return new Reply.Kept();
    }

    /// Takes back what is not sent yet and tells everybody who was woken, but not who ended it.
    private static void over(Draft draft, Optional<PersonId> by) {
        draft.phase = new Alarm.Closed(draft.now());
        draft.somebodyLooked();
        draft.people.forEach((person, standing) -> release(draft, person, standing, by));
    }

    private static void release(
            Draft draft, PersonId person, Standing standing, Optional<PersonId> by) {
        Optional<Standing.Rung> rung = standing.rung();
        if (rung.isEmpty()) {
            return;
        }
        draft.add(new Effect.Withdraw(person));
        if (by.filter(person::equals).isPresent()) {
            return;
        }
        List<Way> ways = draft.situation.waysTo(person);
        for (Way way : ways) {
            if (rung.get().tried().contains(way.address())) {
                draft.add(new Effect.Tell(person, way, draft.generation()));
            }
        }
    }

    private Endings() {}
}
