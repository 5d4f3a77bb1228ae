package org.watchword.story;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.Wiring;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.Received;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Verb;

/// Everything in a story that must not be readable on a disk: names, code-names, addresses, plan
/// cards, what was said and typed, what people sign in with, what answers are given with, the
/// secrets of gateways. The ids of roles and the kinds of channels stand in clear, so a label that
/// is its id or kind is no needle.
public final class Needles {
    /// Settings of channels that are secret, of every kind that a desk knows.
    static final Set<String> SECRETS =
            Wiring.channelSettings().values().stream()
                    .flatMap(List::stream)
                    .filter(setting -> setting.look() == ChannelKind.Look.SECRET)
                    .map(ChannelKind.Setting::name)
                    .collect(Collectors.toUnmodifiableSet());

    private Needles() {}

    public static Set<String> of(StoryWorld world) {
        Story story = world.story();
        Set<String> needles = new LinkedHashSet<>();
        for (Story.Person person : story.team().people()) {
            needles.add(person.name());
            needles.addAll(person.addresses().values());
            needles.add(world.credentials(person.name()).passphrase());
            needles.add(world.credentials(person.name()).pin());
        }
        for (Story.Codename codename : story.watchkeeping().codenames()) {
            needles.add(codename.name());
            needles.add(codename.plan());
        }
        story.team().roles().stream()
                .filter(r -> !r.label().equalsIgnoreCase(r.id().value()))
                .forEach(r -> needles.add(r.label()));
        story.watchkeeping().ladders().forEach(l -> needles.add(l.name()));
        story.watchkeeping().channels().stream()
                .filter(c -> !c.name().equals(c.kind().word()))
                .forEach(c -> needles.add(c.name()));
        world.gateways().forEach(gateway -> secrets(gateway, needles));
        story.steps().stream()
                .flatMap(step -> step.deed().stream())
                .map(Step.Deed::verb)
                .forEach(verb -> typed(verb, needles));
        needles.remove("");
        return needles;
    }

    /// What the desk and a gateway know each other by, and what answers could be given with.
    private static void secrets(Gateway gateway, Set<String> needles) {
        gateway.settings()
                .forEach((name, value) -> {
                    if (SECRETS.contains(name)) {
                        needles.add(value);
                    }
                });
        for (Received message : gateway.received()) {
            AnswerWords.token(message).ifPresent(needles::add);
            AnswerWords.codeIn(message).ifPresent(needles::add);
        }
    }

    private static void typed(Verb verb, Set<String> needles) {
        switch (verb) {
            case Verb.LogCall l -> needles.addAll(l.call().texts().values());
            case Verb.AddToCall a -> needles.addAll(a.call().texts().values());
            case Verb.Note n -> needles.add(n.text());
            case Verb.EndAlarm e -> needles.add(e.how());
            case Verb.SignIn s -> {}
            case Verb.RaiseNow r -> {}
            case Verb.Acknowledge a -> {}
            case Verb.StillOnIt s -> {}
            case Verb.PassOn p -> {}
            case Verb.TakeShift t -> {}
            case Verb.Confirm c -> {}
            case Verb.AnswerByReply r -> {}
            case Verb.OpenLink o -> {}
            case Verb.AnswerByLink a -> {}
            case Verb.Scanner s -> {}
            case Verb.Says s -> {
                needles.add(s.text());
                if (s.from() instanceof Verb.Sender.Stranger stranger) {
                    needles.add(stranger.address());
                }
            }
        }
    }
}
