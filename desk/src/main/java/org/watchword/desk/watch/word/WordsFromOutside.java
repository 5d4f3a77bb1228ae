package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Alarms;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.SaidPlainly;

/// Takes in what people in hiding send. It is asked before everybody else who understands messages,
/// and takes what comes from a known address, what names a call-sign, and what holds one of the
/// words it may hold, whatever else stands in it.
///
/// From an address that is a colleague's too, only a word or a call-sign is taken: the rest is the
/// colleague's own. Where no word was found in what somebody plainly has to say, it is told to the
/// alarms as a call about that person.
final class WordsFromOutside implements Inbound.Handler {
    private final CheckIns checkIns;
    private final Applying applying;
    private final Reading reading;
    private final Contacts contacts;
    private final WrittenBack back;
    private final Alarms alarms;

    WordsFromOutside(
            CheckIns checkIns,
            Applying applying,
            Reading reading,
            WrittenBack back,
            Ground ground) {
        this.checkIns = checkIns;
        this.applying = applying;
        this.reading = reading;
        this.back = back;
        this.contacts = ground.contacts();
        this.alarms = ground.alarms();
    }

    /// Who is known, and who is told.
    record Ground(Contacts contacts, Alarms alarms) {}

    @Override
    public boolean recognises(
            Turn turn, ChannelId channel, Inbound.Word word, List<PersonId> people) {
        List<CodenameId> known =
                word.sender()
                        .map(sender -> contacts.who(turn.handle(), channel, sender))
                        .orElse(List.of());
        var said = new Said(true, known, word.text());
        Applying.Candidates candidates = applying.candidates(turn.handle(), said);
        boolean concernsUs = !known.isEmpty() || !candidates.named().isEmpty();
        if (!concernsUs) {
            return false;
        }
        List<Reading.Found> found = reading.words(word.text(), candidates.words());
        boolean own = people.isEmpty() || !candidates.named().isEmpty() || !found.isEmpty();
        if (!own) {
            return false;
        }
        long number = checkIns.keep(turn, kept(channel, said, candidates, found));
        word.sender().ifPresent(sender -> back.answer(turn, channel, sender, number));
        if (found.isEmpty() && Reading.isPlainly(word.text())) {
            List<CodenameId> who = known.isEmpty() ? candidates.named() : known;
            var over = Optional.of(channel);
            AlarmId _ =
                    alarms.written(
                            turn,
                            new SaidPlainly(
                                    who, over, word.sender(), word.text(), word.receivedAt()));
        }
        return true;
    }

    /// Of a longer message the words that were found, otherwise its beginning.
    private static Kept kept(
            ChannelId channel,
            Said said,
            Applying.Candidates candidates,
            List<Reading.Found> found) {
        List<CodenameId> maybe =
                Stream.concat(
                                Stream.concat(
                                        found.stream().map(one -> one.card().codename()),
                                        candidates.named().stream()),
                                said.maybe().stream())
                        .distinct()
                        .toList();
        String text =
                found.isEmpty()
                        ? said.text()
                        : found.stream()
                                .map(Reading.Found::spelled)
                                .collect(Collectors.joining("\n"));
        boolean early = found.stream().allMatch(Reading.Found::early);
        return new Kept(text, Optional.of(channel), found.isEmpty() ? said.maybe() : maybe, early);
    }
}
