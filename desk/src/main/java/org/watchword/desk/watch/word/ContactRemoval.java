package org.watchword.desk.watch.word;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;

/// Where somebody in hiding was reached is taken away. While a watch is about that person,
/// reminders go there and words from there are known to be that person's until it counts.
final class ContactRemoval implements Silencing {
    private static final String CODENAME = "codename";
    private static final String CONTACT = "contact";

    private final WordPages.Tools tools;

    ContactRemoval(WordPages.Tools tools) {
        this.tools = tools;
        tools.changes().know(this);
    }

    /// Takes it away, or asks for it.
    Asked asked(Turn turn, PersonId by, CodenameId who, long contact) {
        Map<String, String> what = Map.of(CODENAME, "" + who.value(), CONTACT, "" + contact);
        if (contact(turn.handle(), what).isEmpty()) {
            return new Asked.Gone();
        }
        if (tools.ladders().isWatched(turn.handle(), who)) {
            return tools.changes().ask(turn, by, this, what);
        }
        return apply(turn, what) ? new Asked.Counts() : new Asked.Gone();
    }

    private static long number(Map<String, String> what, String key) {
        return Long.parseLong(what.getOrDefault(key, "0"));
    }

    private static CodenameId who(Map<String, String> what) {
        return new CodenameId(number(what, CODENAME));
    }

    private Optional<Contact> contact(Handle handle, Map<String, String> what) {
        return tools.words().contacts().of(handle, who(what)).stream()
                .filter(one -> one.id() == number(what, CONTACT))
                .findFirst();
    }

    @Override
    public String kind() {
        return "contact.remove";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        Optional<Contact> known = contact(turn.handle(), what);
        Contacts contacts = tools.words().contacts();
        boolean removed = contacts.remove(turn, who(what), number(what, CONTACT));
        known.filter(one -> contacts.who(turn.handle(), one.channel(), one.address()).isEmpty())
                .ifPresent(one ->
                        tools.delivery()
                                .outbox()
                                .forgetOutside(turn, one.channel(), one.address()));
        return removed;
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        String channel =
                contact(handle, what)
                        .flatMap(one -> tools.delivery().channels().find(handle, one.channel()))
                        .map(Channels.Setup::label)
                        .orElse("?");
        String name = tools.ladders().codename(handle, who(what)).map(Codename::name).orElse("?");
        return words.say("word.changes.contact", Map.of("who", name, "channel", channel));
    }
}
