package org.watchword.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.Received;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people answer with what stands in the messages on their telephones, and lets messages come
/// in from outside.
final class Phones {
    private final StoryWorld world;
    private final CheckingIn checkingIn;

    Phones(StoryWorld world, CheckingIn checkingIn) {
        this.world = world;
        this.checkingIn = checkingIn;
    }

    /// The page that the person is left with, if it was done on one.
    Optional<Page> does(String who, Verb.OnPhone verb) {
        return switch (verb) {
            case Verb.AnswerByReply r -> {
                for (int i = 0; i < r.times(); i++) {
                    // Word for word the same twice is one text that a gateway handed in twice.
                    String text = replied(who, r, i);
                    send(address(who, r.over()), r.over(), text + " да".repeat(i));
                }
                yield Optional.empty();
            }
            case Verb.OpenLink o -> Optional.of(opened(newest(who, o.over(), o.alarm())));
            case Verb.AnswerByLink a -> {
                Optional<Page> last = Optional.empty();
                for (int i = 0; i < a.times(); i++) {
                    last = Optional.of(pressed(newest(who, a.over(), a.alarm()), a.digits()));
                }
                yield last;
            }
        };
    }

    /// What nobody of the team does.
    void comesIn(Verb.FromOutside verb) {
        switch (verb) {
            case Verb.Says s -> {
                for (int i = 0; i < s.times(); i++) {
                    send(address(s.from(), s.over()), s.over(), s.text() + "!".repeat(i));
                }
            }
            case Verb.Scanner s -> scan(s);
            case Verb.ChecksIn c -> checkingIn.does(c);
        }
    }

    private void send(String from, String over, String text) {
        world.say(from, over, text)
                .ifPresent(why -> {
                    throw new NoSuchThing("a way in over " + over + ": " + why);
                });
    }

    private String address(Verb.Sender from, String over) {
        return switch (from) {
            case Verb.Sender.Claiming c -> address(c.person(), over);
            case Verb.Sender.Stranger s -> s.address();
        };
    }

    private String address(String who, String over) {
        String address = world.story().team().person(who).addresses().get(over);
        if (address == null) {
            throw new NoSuchThing("an address of " + who + " on " + over);
        }
        return address;
    }

    private String replied(String who, Verb.AnswerByReply reply, int nth) {
        Optional<String> over = Optional.of(reply.over());
        Received message = newest(who, over, reply.alarm());
        String code =
                switch (reply.code()) {
                    case Verb.Code.Own own -> AnswerWords.code(message);
                    case Verb.Code.Wrong wrong ->
                            AnswerWords.other(AnswerWords.code(message), nth + 1);
                    case Verb.Code.Of of ->
                            AnswerWords.code(newest(of.person(), of.over(), reply.alarm()));
                };
        return reply.quoted() ? AnswerWords.quoting(code, who, message) : code;
    }

    /// The newest message with a way to answer in it.
    private Received newest(String who, Optional<String> over, AlarmRef alarm) {
        return messages(who, over).stream()
                .filter(AnswerWords::answerable)
                .filter(m -> about(m, alarm))
                .max(Comparator.comparing(Received::realAt))
                .orElseThrow(
                        () -> new NoSuchThing("a message to " + who + " with an answer in it"));
    }

    private static boolean about(Received message, AlarmRef alarm) {
        return !(alarm instanceof AlarmRef.About about)
                || message.shown().contains(about.codename());
    }

    private List<Received> messages(String who, Optional<String> over) {
        List<Received> all = new ArrayList<>();
        for (Gateway gateway : world.gateways()) {
            if (over.isEmpty() || gateway.name().equals(over.get())) {
                all.addAll(world.delivered(who, gateway.name()));
            }
        }
        return all;
    }

    private Page opened(Received message) {
        return world.passerBy().get(AnswerWords.path(message, world.linkBase()));
    }

    private Page pressed(Received message, Verb.Digits digits) {
        Visitor browser = world.passerBy();
        Page page = browser.get(AnswerWords.path(message, world.linkBase()));
        String right = AnswerWords.digits(message);
        return browser.send(
                switch (digits) {
                    case OWN -> form(page).with("digits", right);
                    case WRONG -> form(page).with("digits", AnswerWords.other(right, 1));
                    case NONE -> form(page);
                });
    }

    private static PageForm form(Page page) {
        return page.formsUnder("/a/").stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("a button behind the link"));
    }

    /// Opens every link as a machine does: follows it, and submits every form that it finds, once
    /// as it stands and once with digits filled in at random.
    private void scan(Verb.Scanner scanner) {
        List<Received> all =
                messages(scanner.opens(), scanner.over()).stream()
                        .filter(AnswerWords::answerable)
                        .toList();
        if (all.isEmpty()) {
            throw new NoSuchThing("a message to " + scanner.opens() + " with a link in it");
        }
        for (Received message : all) {
            Visitor machine = world.passerBy();
            Page page = machine.get(AnswerWords.path(message, world.linkBase()));
            if (scanner.submits()) {
                page.formsUnder("/a/").forEach(machine::send);
            }
        }
    }
}
