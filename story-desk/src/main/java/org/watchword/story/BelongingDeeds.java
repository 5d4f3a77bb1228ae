package org.watchword.story;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people do what a story says about who belongs. Before anybody signs for another, the words
/// are compared: those on his page with those that the other reads off a page of his own.
final class BelongingDeeds {
    private static final String PATH = "/belonging";

    private static final String OWN_WORDS = "section[aria-labelledby=own] b[lang]";

    private final StoryWorld world;

    BelongingDeeds(StoryWorld world) {
        this.world = world;
    }

    /// Begins as the first founder, with those whose words are the same.
    Page found(Visitor who, List<String> with) {
        Page page = who.open(PATH);
        PageForm form = Deeds.form(page, PATH + "/found");
        List<String> ticked = new ArrayList<>();
        for (String name : with) {
            Element line =
                    page.all("form[action=/belonging/found] li:has([name=compared])").stream()
                            .filter(one -> isAbout(one, name))
                            .findFirst()
                            .orElseThrow(() -> new NoSuchThing("a founder to compare: " + name));
            compare(name, line.select("b[lang]").eachText());
            ticked.add(line.select("[name=compared]").val());
        }
        return who.send(form.ticked("compared", ticked));
    }

    private static boolean isAbout(Element line, String name) {
        return line.select("b > bdi").text().equals(name);
    }

    /// Somebody reads his words out; they must be those that stand here.
    private void compare(String name, List<String> here) {
        List<String> read = world.visitor(name).open(PATH).document().select(OWN_WORDS).eachText();
        if (read.isEmpty()) {
            throw new NoSuchThing("words for " + name + " to read out: the case files are shut");
        }
        if (!read.equals(here)) {
            throw new NoSuchThing("the words of " + name + ", but others");
        }
    }

    /// Signs the founding that waits, after comparing with each of the others; or whatever waits
    /// for a second person.
    Page sign(Visitor who) {
        Page page = who.open(PATH);
        String founding = PATH + "/found/sign";
        if (page.form(founding).isPresent()) {
            String me = who.credentials().name();
            page.all("section[aria-labelledby=waits] > ul.card > li").stream()
                    .filter(one -> !isAbout(one, me))
                    .forEach(one ->
                            compare(
                                    one.select("b > bdi").text(),
                                    one.select("b[lang]").eachText()));
            return who.send(Deeds.form(page, founding).with("compared", "yes"));
        }
        return page.formsUnder(PATH + "/half/").stream()
                .filter(form -> form.action().endsWith("/sign"))
                .findFirst()
                .map(who::send)
                .orElseThrow(() -> new NoSuchThing("anything to sign for a second person"));
    }

    Page invite(Visitor who, String whom) {
        return who.send(SilenceDeeds.under(account(who, whom), "/invite"));
    }

    Page letIn(Visitor who, String whom) {
        Page page = account(who, whom);
        PageForm form = SilenceDeeds.under(page, "/confirm");
        Element theirs = page.document().selectFirst("form[action$=/confirm] ul");
        compare(whom, theirs == null ? List.of() : theirs.select("b[lang]").eachText());
        return who.send(form.with("compared", "yes"));
    }

    Page remove(Visitor who, String whom) {
        return who.send(SilenceDeeds.under(account(who, whom), "/remove"));
    }

    Page shutOut(Visitor who, String whom) {
        return who.send(SilenceDeeds.under(account(who, whom), "/shut-out"));
    }

    Page lift(Visitor who, String whom) {
        return who.send(SilenceDeeds.under(account(who, whom), "/lift"));
    }

    private static Page account(Visitor who, String whom) {
        return SilenceDeeds.linked(who, who.open(PATH), "a[href^=/belonging/]", whom);
    }
}
