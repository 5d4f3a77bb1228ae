package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
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

    ContactPages(WordPages.Tools tools, CodenameWords shown) {
        this.tools = tools;
        this.shown = shown;
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
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        tools.words()
                                                .contacts()
                                                .add(turn, codename.id(), channel, written));
        return switch (added) {
            case Contacts.Yes _ -> Answer.goTo(CardPages.path(codename));
            case Contacts.Refused(Sentence why) -> again(visit, codename, "address", why);
        };
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
        long id = visit.number("contact");
        boolean removed =
                tools.store().writer().write(Lane.ORDINARY, turn -> removed(turn, codename, id));
        if (!removed) {
            throw new Route.NotHere();
        }
        return Answer.goTo(CardPages.path(codename));
    }

    private boolean removed(Turn turn, Codename codename, long id) {
        Contacts contacts = tools.words().contacts();
        Optional<Contact> known =
                contacts.of(turn.handle(), codename.id()).stream()
                        .filter(one -> one.id() == id)
                        .findFirst();
        boolean removed = contacts.remove(turn, codename.id(), id);
        known.filter(one -> contacts.who(turn.handle(), one.channel(), one.address()).isEmpty())
                .ifPresent(one ->
                        tools.delivery()
                                .outbox()
                                .forgetOutside(turn, one.channel(), one.address()));
        return removed;
    }
}
