package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Where a code-name can be reached, added and taken away.
final class ContactPages {
    private static final String ROOT = "/codenames/{id}/words/contacts";

    private final WordPages.Tools tools;
    private final CodenameWords shown;
    private final ContactRemoval removal;

    ContactPages(WordPages.Tools tools, CodenameWords shown) {
        this.tools = tools;
        this.shown = shown;
        this.removal = new ContactRemoval(tools);
    }

    List<Route> routes() {
        return List.of(
                Route.post(ROOT, WordPages.GATE, this::add),
                Route.post(ROOT + "/{contact}/remove", WordPages.GATE, this::remove));
    }

    private Answer add(Visit visit) {
        Codename codename = shown.codename(visit);
        Optional<Channels.Setup> channel =
                visit.form()
                        .text("channel")
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(text -> new ChannelId(Long.parseLong(text)))
                        .flatMap(id ->
                                tools.store()
                                        .read(handle ->
                                                tools.delivery().channels().find(handle, id)));
        Optional<ChannelKind> kind =
                channel.flatMap(setup -> tools.delivery().kind(setup.kind()))
                        .filter(one -> !one.byHand());
        if (channel.isEmpty() || kind.isEmpty()) {
            return again(visit, codename, "channel", Sentence.of("word.contacts.choose"));
        }
        String typed = visit.form().line("address").orElse("");
        Language language = shown.language(visit);
        return switch (kind.get().address(typed)) {
            case ChannelKind.NotOne(Sentence why) -> again(visit, codename, "address", why);
            case ChannelKind.Kept(String address) ->
                    keep(
                            visit,
                            codename,
                            channel.get().id(),
                            new Contacts.Written(address, language));
        };
    }

    private Answer keep(
            Visit visit, Codename codename, ChannelId channel, Contacts.Written written) {
        Contacts.Added added =
                tools.store()
                        .writer()
                        .write(Lane.ORDINARY, turn -> added(turn, codename, channel, written));
        return switch (added) {
            case Contacts.Yes _ -> Answer.goTo(CardPages.path(codename));
            case Contacts.Refused(Sentence why) -> again(visit, codename, "address", why);
        };
    }

    private Contacts.Added added(
            Turn turn, Codename codename, ChannelId channel, Contacts.Written written) {
        Contacts.Added added = tools.words().contacts().add(turn, codename.id(), channel, written);
        if (added instanceof Contacts.Yes
                && tools.ladders().isWatched(turn.handle(), codename.id())) {
            tools.changes().told(turn, Sentence.of("word.told.contact-added"));
        }
        return added;
    }

    private Answer again(Visit visit, Codename codename, String field, Sentence why) {
        WordsView.Typed empty = shown.fresh();
        var typed =
                new WordsView.Typed(
                        empty.form(), "", "", true, false, visit.form().line("address").orElse(""));
        return Answer.again(
                CodenameWords.TEMPLATE,
                Sentence.of("word.words.title"),
                shown.view(visit, codename, typed, List.of(new Wrong(field, why))));
    }

    private Answer remove(Visit visit) {
        Codename codename = shown.codename(visit);
        PersonId by = visit.present().person();
        long id = visit.number("contact");
        Asked asked =
                tools.store()
                        .writer()
                        .write(Lane.ORDINARY, turn -> removal.asked(turn, by, codename.id(), id));
        return switch (asked) {
            case Asked.Counts() -> Answer.goTo(CardPages.path(codename));
            case Asked.Waits _ -> Answer.goTo(ChangePages.PATH);
            case Asked.Gone() -> throw new Route.NotHere();
        };
    }
}
