package org.watchword.story;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.watchword.desk.cli.watcher.WatcherSettings;
import org.watchword.story.gateway.Received;
import org.watchword.story.script.Story;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people do what has to be done on a first evening: join with a code, tell the desk what it
/// rings over, prove where they are reached, set who watches it.
final class BeginningDeeds {
    private static final Pattern CODE = Pattern.compile("(?<![\\d+])\\d{6}(?!\\d)");

    private static final String PARTNER = "/partner";

    private final StoryWorld world;

    BeginningDeeds(StoryWorld world) {
        this.world = world;
    }

    /// Types a code, a name and a passphrase on the first page, and chooses a PIN on the next.
    Page join(Visitor who) {
        Credentials me = who.credentials();
        String language = world.story().team().person(me.name()).language().tag();
        PageForm form =
                Deeds.form(who.get("/join"), "/join")
                        .with("code", world.codes().next())
                        .with("name", me.name())
                        .with("passphrase", me.passphrase())
                        .with("again", me.passphrase());
        if (form.has("language")) {
            form.with("language", language);
        }
        Page page = who.send(form);
        return page.refused() ? page : who.open("/first-night");
    }

    Page channel(Visitor who, String name) {
        PageForm form =
                Deeds.form(who.open("/channels/new/" + kind(name).word()), "/channels")
                        .with("label", name);
        world.gateway(name)
                .settings()
                .forEach((setting, value) -> form.with("set-" + setting, value));
        return who.send(form);
    }

    Page address(Visitor who, Verb.AddAddress add) {
        Page people = who.open("/people");
        String path =
                people.all("a[href^=/people/]").stream()
                        .filter(a ->
                                Page.plain(a.text()).equals(Page.plain(add.whose()))
                                        || a.attr("aria-label").endsWith(": " + add.whose()))
                        .map(a -> a.attr("href"))
                        .filter(href -> href.matches("/people/\\d+"))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("a link to " + add.whose()));
        String action = path + "/addresses";
        PageForm form = Deeds.form(who.open(action), action);
        String value =
                world.addressOf(add.whose(), add.channel())
                        .orElseThrow(() -> new NoSuchThing("an address of " + add.whose()));
        return who.send(form.ticking("channel", add.channel()).with("address", value));
    }

    Page prove(Visitor who, String channel) {
        String me = who.credentials().name();
        Received newest =
                world.delivered(me, channel).stream()
                        .filter(m -> CODE.matcher(m.shown()).find())
                        .max(Comparator.comparing(Received::realAt))
                        .orElseThrow(() -> new NoSuchThing("a message to " + me + " with a code"));
        Matcher code = CODE.matcher(newest.shown());
        if (!code.find()) {
            throw new NoSuchThing("a code");
        }
        Page page = who.open("/addresses");
        PageForm form =
                page.formsUnder("/addresses/").stream()
                        .filter(f -> f.action().endsWith("/prove"))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("an address to prove"));
        return who.send(form.withOnly(code.group()));
    }

    /// Copies the desk's key off its page to the box, and the box's key and address to the desk.
    Page watcher(Visitor who, Verb.SetWatcher set) {
        String key =
                who.open(PARTNER).all("#own-key").stream()
                        .map(Element::text)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("the desk's key"));
        SpareBox box = world.spareBox();
        box.set(key, way(set), world.story().team().person(set.rings()).language());
        String action = PARTNER + "/set";
        return who.send(
                Deeds.form(who.open(action), action)
                        .with("kind", "watcher")
                        .with("name", set.name())
                        .with("address", box.address())
                        .with("key", box.key()));
    }

    private WatcherSettings.Way way(Verb.SetWatcher set) {
        String to =
                world.addressOf(set.rings(), set.over())
                        .orElseThrow(() -> new NoSuchThing("an address of " + set.rings()));
        return new WatcherSettings.Way(
                kind(set.over()).word(), world.gateway(set.over()).settings(), to);
    }

    private Story.Kind kind(String channel) {
        return world.story().watchkeeping().channels().stream()
                .filter(c -> c.name().equals(channel))
                .map(Story.Channel::kind)
                .findFirst()
                .orElseThrow();
    }

    Page codename(Visitor who, String name) {
        Story.Codename codename = world.story().watchkeeping().codename(name).orElseThrow();
        return who.send(
                Deeds.form(who.open("/codenames/new"), "/codenames/new")
                        .with("name", name)
                        .with("plan", codename.plan()));
    }
}
