package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Climbing;
import org.watchword.desk.watch.Alarm.Held;
import org.watchword.desk.watch.Signs.Lead;

/// What a word does that asks for help, said freely or hidden. Whoever is on it learns of it at
/// once; from then on only the case lead and a second person end the alarm. After a hidden one a
/// case lead is rung until one answers, whoever else is on it; an unproven answer never counts for
/// that, and spares a lead only when it was given after the word. Nobody who leads: everybody is
/// rung again.
final class Leading {
    /// The alarm was raised by such a word.
    static void begin(Draft draft, boolean doNotCall) {
        draft.signs = draft.signs.with(fresh(doNotCall, 0));
    }

    private static Lead fresh(boolean doNotCall, int saidBefore) {
        return new Lead(doNotCall, Optional.empty(), Optional.empty(), 0, saidBefore);
    }

    static Reply word(Draft draft, Event.Word word) {
        boolean hidden = word.meaning() == Meaning.DURESS;
        draft.log(LateWord.line(draft, hidden ? LogKind.DO_NOT_CALL : LogKind.HELP_WORD, word));
        Optional<Lead> before = draft.signs.lead();
        boolean known = before.filter(lead -> lead.doNotCall() || !hidden).isPresent();
        int said = draft.statements.size();
        draft.signs =
                draft.signs.with(
                        before.filter(_ -> known)
                                .map(lead -> lead.after(said))
                                .orElseGet(() -> fresh(hidden, said)));
        if (!known) {
            tellAll(draft, hidden);
        }
        if (draft.phase instanceof Held && draft.joinDueAt.isEmpty()) {
            draft.ringAgainAfter(draft.situation.policy().joinRing());
        }
        return new Reply.Kept();
    }

    /// Whoever is on it, and whoever the running step rings, is told what to do from now on.
    private static void tellAll(Draft draft, boolean hidden) {
        if (hidden && draft.phase instanceof Held && reachable(draft, everyLead(draft)).isEmpty()) {
            Answers.ringAllAgain(draft);
            return;
        }
        List<PersonId> leads = hidden ? draft.situation.leads().first() : List.of();
        for (PersonId person : List.copyOf(draft.people.keySet())) {
            boolean awake = Answers.stands(draft, person) || Unproven.quiets(draft, person);
            if (hidden && everyLead(draft).contains(person)) {
                Unproven.overtaken(draft, person);
            }
            if (awake && !leads.contains(person)) {
                Rings.ring(draft, person, draft.situation.waysTo(person), Effect.Tune.WORD);
            }
        }
        boolean rings = draft.phase instanceof Climbing climbing && !climbing.reachesNobody();
        if (!rings || draft.situation.steps().isEmpty()) {
            return;
        }
        int running = Math.min(draft.place.step(), draft.situation.steps().size() - 1);
        Situation.Step step = draft.situation.steps().get(running);
        for (PersonId person : Rings.wanted(draft, step)) {
            if (!leads.contains(person) && !Rings.rungNow(draft, person)) {
                Rings.ring(draft, person, step);
            }
        }
    }

    /// A proven answer was given: where it is a lead's, no other lead is rung.
    static void answered(Draft draft, PersonId person) {
        draft.signs
                .lead()
                .filter(lead -> lead.wanted() && everyLead(draft).contains(person))
                .ifPresent(lead -> {
                    draft.signs = draft.signs.with(lead.answered(person));
                    draft.log(draft.entry(LogKind.LEAD_ANSWERED).about(person));
                });
    }

    /// Whether this person is being rung as lead, held or not.
    static boolean wants(Draft draft, PersonId person) {
        return draft.signs.lead().filter(Lead::wanted).isPresent()
                && everyLead(draft).contains(person);
    }

    /// Whether this lead is rung over everything there is at the end of this very event.
    static boolean ringsNow(Draft draft, PersonId person) {
        return wants(draft, person)
                && draft.signs
                        .lead()
                        .flatMap(Lead::ringsAt)
                        .filter(at -> !at.isAfter(draft.now()))
                        .isPresent();
    }

    /// Rings leads when it is time to.
    static void tend(Draft draft) {
        Optional<Lead> asked = draft.signs.lead().filter(Lead::doNotCall);
        if (asked.isEmpty()) {
            return;
        }
        Lead lead = asked.get();
        Optional<PersonId> gone = lead.answeredBy().filter(person -> !isOnIt(draft, person));
        if (gone.isPresent()) {
            draft.log(draft.entry(LogKind.LEAD_GONE).about(gone.get()));
            lead = lead.unanswered();
        }
        boolean due = lead.ringsAt().map(at -> !at.isAfter(draft.now())).orElse(true);
        if (lead.answeredBy().isEmpty() && due) {
            ring(draft, lead);
        }
    }

    private static boolean isOnIt(Draft draft, PersonId lead) {
        return Answers.stands(draft, lead) && everyLead(draft).contains(lead);
    }

    /// First whoever is on duty as lead, then everybody who may stand in.
    private static void ring(Draft draft, Lead lead) {
        List<PersonId> whom =
                lead.rings() == 0 ? draft.situation.leads().first() : everyLead(draft);
        for (PersonId person : reachable(draft, whom)) {
            if (!Unproven.quiets(draft, person) && !Rings.rungNow(draft, person)) {
                Rings.ring(draft, person, draft.situation.waysTo(person), Effect.Tune.LEAD);
            }
        }
        draft.signs =
                draft.signs.with(
                        lead.ringing(draft.now().plus(draft.situation.policy().leadRing())));
    }

    private static List<PersonId> everyLead(Draft draft) {
        return draft.situation.leads().all();
    }

    private static List<PersonId> reachable(Draft draft, List<PersonId> people) {
        return people.stream()
                .filter(draft.situation.members()::contains)
                .filter(person -> !draft.situation.waysTo(person).isEmpty())
                .toList();
    }

    private Leading() {}
}
