package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// What holds in any night about words that came: checked after every event.
final class WordsOfANight {
    private int holds;

    void check(Night night, Alarm before) {
        Alarm after = night.alarm;
        checkHold(night, before, after);
        if (after.isClosed()) {
            checkEnd(night, before, after);
        } else {
            checkLead(night, before, after);
        }
    }

    /// Once, only while a proven answer stands, only in an alarm born of silence, and never beside
    /// a word that asks for help.
    private void checkHold(Night night, Alarm before, Alarm after) {
        holds += (int) night.logged().stream().filter(LogKind.LATE_HOLD::equals).count();
        assertTrue(holds <= 1, "the ladder waited twice for a late word");
        Optional<Instant> until = after.signs().holdsUntil();
        if (until.filter(night.now::isBefore).isEmpty() || after.isClosed()) {
            return;
        }
        assertTrue(after.origin().kind().isOfSilence(), "held an alarm not born of silence");
        assertTrue(after.signs().lead().isEmpty(), "held after a word that asks for help");
        boolean somebody =
                after.people().values().stream()
                        .flatMap(standing -> standing.answer().stream())
                        .anyMatch(answer -> !(answer.how() instanceof Standing.ByRaising));
        assertTrue(somebody, "held while nobody is on it");
        before.signs()
                .holdsUntil()
                .ifPresent(at -> assertFalse(until.get().isAfter(at), "the hold grew"));
    }

    /// Until a lead has given a proven answer, leads are rung again and again.
    private static void checkLead(Night night, Alarm before, Alarm after) {
        Optional<Signs.Lead> lead = after.signs().lead();
        assertTrue(lead.isPresent() || before.signs().lead().isEmpty(), "the lead was forgotten");
        if (lead.filter(Signs.Lead::doNotCall).isEmpty()) {
            return;
        }
        List<PersonId> leads = night.leads.all();
        if (lead.get().answeredBy().isPresent()) {
            PersonId by = lead.get().answeredBy().get();
            assertTrue(leads.contains(by) && night.onIt(by), "answered by nobody who leads");
            return;
        }
        Instant next = lead.get().ringsAt().orElseThrow();
        assertFalse(next.isAfter(night.now.plus(Night.POLICY.leadRing())), "leads ring too late");
        assertFalse(night.timer().at().isAfter(next), "no timer for the leads");
        int rings = before.signs().lead().map(Signs.Lead::rings).orElse(0);
        if (lead.get().rings() != rings) {
            checkRung(night, lead.get().rings() == 1 ? night.leads.first() : leads, before);
        }
    }

    /// An unproven answer spares a lead who gave it after the word, and nobody else.
    private static void checkRung(Night night, List<PersonId> leads, Alarm before) {
        boolean isNew = before.signs().lead().filter(Signs.Lead::doNotCall).isEmpty();
        for (PersonId lead : leads) {
            boolean reachable =
                    night.members.contains(lead)
                            && !night.situation().waysTo(lead).isEmpty()
                            && (isNew
                                    || !night.alarm
                                            .standing(lead)
                                            .orElse(Standing.NONE)
                                            .isUnproven());
            boolean justNow =
                    night.alarm
                            .standing(lead)
                            .flatMap(Standing::rung)
                            .filter(rung -> rung.at().equals(night.now))
                            .isPresent();
            assertTrue(!reachable || justNow, lead + " leads, and was not rung");
        }
    }

    /// After such a word only a lead and a second person end it, by what they said after it.
    private static void checkEnd(Night night, Alarm before, Alarm after) {
        if (before.isClosed() || after.signs().lead().isEmpty()) {
            return;
        }
        var said =
                after.statements().stream()
                        .skip(after.signs().lead().get().saidBefore())
                        .map(Alarm.Statement::person)
                        .distinct()
                        .toList();
        assertEquals(2, said.size(), "ended by one alone");
        List<PersonId> leads = night.leads.all();
        assertTrue(
                leads.isEmpty() || said.stream().anyMatch(leads::contains), "ended without a lead");
    }
}
