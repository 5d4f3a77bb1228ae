package org.watchword.story;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people fill envelopes and open them in an alarm. Whoever tries to open one goes to its very
/// address: that his own page leads nobody there who may not keeps nobody out.
final class EnvelopeDeeds {
    private static final String CODENAMES = "/codenames";

    private final AlarmsSeen alarms;

    /// Under which number the desk knows a code-name, from the address where its envelope was
    /// filled.
    private final Map<String, String> numbers = new HashMap<>();

    EnvelopeDeeds(AlarmsSeen alarms) {
        this.alarms = alarms;
    }

    Page fill(Visitor who, Verb.FillEnvelope fill) {
        Page codename =
                SilenceDeeds.linked(who, who.open(CODENAMES), "a[href^=/codenames/]", fill.about());
        String path = codename.path() + "/envelope";
        PageForm form = Deeds.form(who.open(path), path).tickingAll("holder", fill.holders());
        fill.texts().forEach(form::with);
        if (!fill.readers().isEmpty()) {
            form.tickingEnd(
                    "place", fill.readers().stream().sorted().collect(Collectors.joining(", ")));
        }
        numbers.put(fill.about(), codename.path().substring(CODENAMES.length() + 1));
        return who.send(form);
    }

    private String path(String about) {
        String number = numbers.get(about);
        if (number == null) {
            throw new NoSuchThing("an envelope of " + about + " that somebody filled");
        }
        return "/alarms/" + alarms.id(new AlarmRef.About(about)) + "/envelope/" + number;
    }

    Page open(Visitor who, Verb.OpenEnvelope open) {
        String path = path(open.about());
        Page door = who.open(path);
        return door.refused()
                ? door
                : who.send(Deeds.form(door, path).with("reason", open.reason()));
    }

    /// In the room of the alarm, where it stands who asks and why.
    Page agree(Visitor who, String about) {
        String path = path(about);
        Page room = who.open(path.substring(0, path.indexOf("/envelope/")));
        return who.send(Deeds.form(room, path + "/agree"));
    }

    Page show(Visitor who, String about) {
        String path = path(about);
        Page door = who.open(path);
        return door.refused() ? door : who.send(Deeds.form(door, path + "/show"));
    }
}
