package org.watchword.story;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets members of the team do what a story says about watches and cards, over the forms that stand
/// on the screen for it.
final class SilenceDeeds {
    /// As the field of a browser gives it.
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final CardsInHand cards;
    private final Story story;
    private final InstantSource now;

    /// @param now the story's time
    SilenceDeeds(CardsInHand cards, Story story, InstantSource now) {
        this.cards = cards;
        this.story = story;
        this.now = now;
    }

    Page pause(Visitor who, Verb.Pause pause) {
        PageForm form = under(watch(who, pause.watch()), "/pause");
        form.with("until", field(now.instant().plus(pause.lasting()), story))
                .choosing("second", pause.second())
                .with("why", pause.why());
        return who.send(form);
    }

    /// An instant as the browser of somebody at the place of the story gives it.
    static String field(Instant at, Story story) {
        return UNTIL.withZone(story.place().zone()).format(at);
    }

    Page resume(Visitor who, String watch) {
        return who.send(under(watch(who, watch), "/resume"));
    }

    Page end(Visitor who, String watch) {
        return who.send(under(watch(who, watch), "/end"));
    }

    private static Page watch(Visitor who, String name) {
        return linked(who, who.open("/watches"), "a[href^=/watches/]", name);
    }

    /// The page behind the link that reads like this.
    static Page linked(Visitor who, Page from, String links, String name) {
        return from.all(links).stream()
                .filter(a ->
                        Page.plain(a.text()).equals(Page.plain(name))
                                || a.attr("aria-label").endsWith(": " + name))
                .findFirst()
                .map(a -> who.open(a.attr("href")))
                .orElseThrow(() -> new NoSuchThing("a link to " + name + " on " + from.path()));
    }

    static PageForm under(Page page, String end) {
        return page.formsUnder("/").stream()
                .filter(f -> f.action().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("no form " + end + " on " + page.path()));
    }

    /// Makes a card for a code-name; the one before it is burned with that.
    Page make(Visitor who, String about) {
        PageForm form = under(words(who, about), "/card");
        Page card = who.send(form.with("language", language(about)));
        if (!card.refused()) {
            cards.hand(about, Card.on(card));
        }
        return card;
    }

    private String language(String about) {
        return story.watchkeeping().codename(about).orElseThrow().language().tag();
    }

    Page burn(Visitor who, String about) {
        return who.send(under(words(who, about), "/burn"));
    }

    private static Page words(Visitor who, String about) {
        Page codename = linked(who, who.open("/codenames"), "a[href^=/codenames/]", about);
        return who.open(codename.path() + "/words");
    }

    /// Who of the team makes cards: somebody who may, and who finds the way there.
    static Optional<String> maker(Story story) {
        List<Story.Person> find = story.team().with("ladders");
        return story.team().with("lead").stream()
                .filter(find::contains)
                .map(Story.Person::name)
                .findFirst();
    }

    /// Puts a card into the hands of everybody who will need one in the story. Somebody makes them
    /// who may.
    void makeCards(Visitor who) {
        Set<String> wanted = new LinkedHashSet<>();
        story.watchkeeping().codenames().stream()
                .filter(Story.Codename::card)
                .forEach(c -> wanted.add(c.name()));
        story.steps().stream()
                .flatMap(step -> step.deed().stream())
                .map(Step.Deed::verb)
                .forEach(verb -> {
                    if (verb instanceof Verb.ChecksIn checks) {
                        wanted.add(checks.who());
                    }
                });
        for (String about : wanted) {
            if (cards.of(about).isEmpty()) {
                Page page = make(who, about);
                if (page.refused()) {
                    throw new NoSuchThing("a card of " + about + ": " + Checks.heading(page));
                }
            }
        }
    }
}
