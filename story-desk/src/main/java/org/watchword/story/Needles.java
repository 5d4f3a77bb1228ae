package org.watchword.story;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            needles.addAll(codename.addresses().values());
            codename.questions().forEach(q -> needles.addAll(List.of(q.asks(), q.answer())));
        }
        story.watchkeeping().watches().forEach(watch -> needles.add(watch.name()));
        needles.addAll(world.cards().secrets());
        needles.addAll(world.codes().all());
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
        String schema = schema(world.desk().directory().resolve("desk.db"));
        world.cards().callSigns().stream().filter(schema::contains).forEach(needles::remove);
        return needles;
    }

    /// How the tables were made: a call-sign is one word, and may be one of these by chance.
    private static String schema(Path database) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var all =
                        statement.executeQuery(
                                "SELECT coalesce(group_concat(sql, ' '), '') FROM sqlite_master")) {
            return all.getString(1).toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            return "";
        }
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

    /// What stands around a word, and from where it came.
    private static void around(Verb.ChecksIn checksIn, Set<String> needles) {
        checksIn.from().ifPresent(needles::add);
        checksIn.wording().text().stream()
                .flatMap(text -> Stream.of(text.split("\\{word}", -1)))
                .map(String::strip)
                .forEach(needles::add);
    }

    private static void said(Verb.Says says, Set<String> needles) {
        needles.add(says.text());
        if (says.from() instanceof Verb.Sender.Stranger stranger) {
            needles.add(stranger.address());
        }
    }

    private static void inCaseFiles(Verb.WithCaseFiles verb, Set<String> needles) {
        switch (verb) {
            case Verb.OpenCase o -> needles.add(o.name());
            case Verb.OpenCompartment o -> needles.add(o.name());
            case Verb.Write w -> needles.add(w.text());
            case Verb.Remind r -> needles.add(r.text());
            case Verb.FillEnvelope f -> needles.addAll(f.texts().values());
            case Verb.OpenEnvelope o -> needles.add(o.reason());
            case Verb.OpenFiles _,
                    Verb.Found _,
                    Verb.Sign _,
                    Verb.Invite _,
                    Verb.LetIn _,
                    Verb.Remove _,
                    Verb.PrintSheet _,
                    Verb.ShutOut _,
                    Verb.ShutOutByCode _,
                    Verb.Lift _,
                    Verb.TakeOut _,
                    Verb.Look _,
                    Verb.EndReminder _,
                    Verb.AgreeEnvelope _,
                    Verb.ShowEnvelope _ -> {}
        }
    }

    private static void typed(Verb verb, Set<String> needles) {
        switch (verb) {
            case Verb.LogCall l -> needles.addAll(l.call().texts().values());
            case Verb.AddToCall a -> needles.addAll(a.call().texts().values());
            case Verb.Note n -> needles.add(n.text());
            case Verb.EndAlarm e -> needles.add(e.how());
            case Verb.Pause p -> needles.add(p.why());
            case Verb.ChecksIn c -> around(c, needles);
            case Verb.SetWatcher w -> needles.add(w.name());
            case Verb.WithCaseFiles w -> inCaseFiles(w, needles);
            case Verb.Says s -> said(s, needles);
            case Verb.ResumeWatch _,
                    Verb.EndWatch _,
                    Verb.MakeCard _,
                    Verb.Join _,
                    Verb.AddChannel _,
                    Verb.AddAddress _,
                    Verb.ProveAddress _,
                    Verb.AddCodename _,
                    Verb.BurnCard _,
                    Verb.BeginDrill _,
                    Verb.EndDrill _,
                    Verb.SignIn _,
                    Verb.RaiseNow _,
                    Verb.Acknowledge _,
                    Verb.StillOnIt _,
                    Verb.PassOn _,
                    Verb.TakeShift _,
                    Verb.Confirm _,
                    Verb.AnswerByReply _,
                    Verb.OpenLink _,
                    Verb.AnswerByLink _,
                    Verb.Scanner _ -> {}
        }
    }
}
