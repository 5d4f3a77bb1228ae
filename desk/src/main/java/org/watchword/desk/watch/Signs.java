package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.desk.basis.PersonId;

/// Whom an alarm is about, and what has come from them since it was raised.
///
/// @param about in the order of their numbers; nobody in the desk's own alarms and where no
///   code-name was given yet
/// @param holdsUntil when the one hold for a late word ends or ended; empty as long as there was
///   none
/// @param lead set by a help or duress word: from then on only the case lead and a second person
///   end it
public record Signs(List<About> about, Optional<Instant> holdsUntil, Optional<Lead> lead) {
    static final Signs NONE = new Signs(List.of(), Optional.empty(), Optional.empty());

    public Signs {
        about = List.copyOf(about);
    }

    /// One code-name the alarm is about.
    ///
    /// @param since when the call was heard, when the word was due, or when it came
    /// @param lateWord the first OK after the alarm was raised, in an alarm born of silence
    /// @param contact the last word that came and proves nothing
    public record About(
            CodenameId who, Instant since, Optional<Instant> lateWord, Optional<Instant> contact) {
        static About of(CodenameId who, Instant since) {
            return new About(who, since, Optional.empty(), Optional.empty());
        }

        About spokeAt(Instant at) {
            return new About(who, since, Optional.of(at), contact);
        }

        About showedItself(Instant at) {
            return new About(who, since, lateWord, Optional.of(at));
        }
    }

    /// The alarm is the case lead's to end.
    ///
    /// @param doNotCall nobody calls back, and the lead is rung until one answers
    /// @param answeredBy the lead whose proven answer came after the word and stands
    /// @param ringsAt when leads are rung next; empty while one has answered
    /// @param rings how often they were rung in vain since the last answer
    /// @param saidBefore how many statements were made before the word, and count no more
    public record Lead(
            boolean doNotCall,
            Optional<PersonId> answeredBy,
            Optional<Instant> ringsAt,
            int rings,
            int saidBefore) {
        boolean wanted() {
            return doNotCall && answeredBy.isEmpty();
        }

        Lead answered(PersonId by) {
            return new Lead(doNotCall, Optional.of(by), Optional.empty(), 0, saidBefore);
        }

        Lead ringing(Instant next) {
            return new Lead(doNotCall, Optional.empty(), Optional.of(next), rings + 1, saidBefore);
        }

        /// Another such word came: what was said until then counts no more.
        Lead after(int said) {
            return new Lead(doNotCall, answeredBy, ringsAt, rings, said);
        }

        /// The one who had answered is on it no more.
        Lead unanswered() {
            return new Lead(doNotCall, Optional.empty(), Optional.empty(), 0, saidBefore);
        }
    }

    Optional<About> of(CodenameId who) {
        return about.stream().filter(one -> one.who().equals(who)).findFirst();
    }

    boolean aLateWordCame() {
        return about.stream().anyMatch(one -> one.lateWord().isPresent());
    }

    /// Whether of each whom it is about a late word came: one of a flat says nothing of the others.
    boolean allSpoke() {
        return !about.isEmpty() && about.stream().allMatch(one -> one.lateWord().isPresent());
    }

    boolean somethingCame() {
        return about.stream().anyMatch(one -> one.contact().isPresent());
    }

    Signs with(Lead now) {
        return new Signs(about, holdsUntil, Optional.of(now));
    }

    /// These belong to it from now on, as far as they did not.
    Signs and(List<About> more) {
        var all = new TreeMap<Long, About>();
        about.forEach(one -> all.put(one.who().value(), one));
        more.forEach(one -> all.putIfAbsent(one.who().value(), one));
        return new Signs(List.copyOf(all.values()), holdsUntil, lead);
    }

    Signs without(CodenameId who) {
        return new Signs(
                about.stream().filter(one -> !one.who().equals(who)).toList(), holdsUntil, lead);
    }

    Signs holding(Instant until) {
        return new Signs(about, Optional.of(until), lead);
    }

    /// The same with that code-name's entry changed.
    Signs with(About changed) {
        return new Signs(
                about.stream().map(one -> one.who().equals(changed.who()) ? changed : one).toList(),
                holdsUntil,
                lead);
    }

    /// Everything that is awaited comes nearer by so much.
    Signs earlier(Duration by) {
        return new Signs(
                about,
                holdsUntil.map(at -> at.minus(by)),
                lead.map(l ->
                        new Lead(
                                l.doNotCall(),
                                l.answeredBy(),
                                l.ringsAt().map(at -> at.minus(by)),
                                l.rings(),
                                l.saidBefore())));
    }
}
