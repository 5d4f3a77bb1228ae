package org.watchword.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Received;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.QuietDoor;

/// Lets people behind code-names check in, and compares what they are answered: nobody may be able
/// to tell from an answer what a word meant.
final class CheckingIn {
    private static final int OK = 200;

    private final StoryWorld world;

    /// What the door ever answered; one kind of bytes, or something is wrong.
    private Optional<QuietDoor.Answer> first = Optional.empty();

    private final Map<String, QuietDoor.Answer> atTheDoor = new HashMap<>();

    /// From where somebody last sent a word, and how many messages had gone there before.
    private final Map<String, Sent> sent = new HashMap<>();

    /// What each got as the first reply by each way.
    private final Map<String, String> replied = new HashMap<>();

    private record Sent(String from, int before) {}

    CheckingIn(StoryWorld world) {
        this.world = world;
    }

    void does(Verb.ChecksIn verb) {
        CardsInHand cards = world.cards();
        String word = cards.word(verb.who(), verb.word());
        String said = verb.wording().text().map(t -> t.replace("{word}", word)).orElse(word);
        String sign = verb.wording().callSign() ? cards.callSign(verb.who()) : "";
        switch (verb.by()) {
            case Verb.Way.QuietDoor door ->
                    atTheDoor.put(verb.who(), world.quietDoor().type(sign, said));
            case Verb.Way.Over over -> {
                String from = verb.from().orElseGet(() -> address(verb.who(), over.channel()));
                int before = world.deliveredTo(from, over.channel()).size();
                sent.put(key(verb.who(), over), new Sent(from, before));
                String text = sign.isEmpty() ? said : sign + " " + said;
                world.say(from, over.channel(), text)
                        .ifPresent(why -> {
                            throw new NoSuchThing("a way in over " + over.channel() + ": " + why);
                        });
            }
        }
    }

    private String address(String who, String channel) {
        return world.addressOf(who, channel)
                .orElseThrow(() -> new NoSuchThing("an address of " + who + " on " + channel));
    }

    private static String key(String who, Verb.Way.Over over) {
        return who + " " + over.channel();
    }

    /// What is wrong with the answer that somebody got last by this way.
    Optional<Sentence> wrongAnswer(String who, Verb.Way by) {
        return switch (by) {
            case Verb.Way.QuietDoor door -> wrongAtTheDoor(who);
            case Verb.Way.Over over -> wrongReply(who, over);
        };
    }

    private Optional<Sentence> wrongAtTheDoor(String who) {
        QuietDoor.Answer answer = atTheDoor.get(who);
        if (answer == null) {
            throw new NoSuchThing("an answer of the quiet door to " + who);
        }
        if (first.isEmpty()) {
            first = Optional.of(answer);
        }
        boolean same = first.get().bytes().equals(answer.bytes());
        return answer.status() == OK && same
                ? Optional.empty()
                : Optional.of(Sentence.of("play.not.neutral", "found", answer.text()));
    }

    private Optional<Sentence> wrongReply(String who, Verb.Way.Over over) {
        Sent last = sent.get(key(who, over));
        if (last == null) {
            throw new NoSuchThing("a word that " + who + " sent over " + over.channel());
        }
        List<Received> all = world.deliveredTo(last.from(), over.channel());
        if (all.size() != last.before() + 1) {
            return Optional.of(
                    Sentence.of("play.not.answered-once", "count", all.size() - last.before()));
        }
        String text = Page.plain(all.getLast().shown());
        String earlier = replied.computeIfAbsent(key(who, over), k -> text);
        return earlier.equals(text)
                ? Optional.empty()
                : Optional.of(Sentence.of("play.not.neutral", "found", text));
    }
}
