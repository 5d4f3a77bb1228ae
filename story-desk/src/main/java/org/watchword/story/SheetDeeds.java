package org.watchword.story;

import org.jsoup.nodes.Element;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.Visitor;

/// Lets people do what a story says with a shift sheet: print it, and use the code that stands on
/// it, with nobody signed in.
final class SheetDeeds {
    private static final String SHEETS = "/rota/sheets";
    private static final String BY_CODE = "/shut-out";

    private final StoryWorld world;

    /// As it stands on the newest sheet; empty until one is printed.
    private String code = "";

    SheetDeeds(StoryWorld world) {
        this.world = world;
    }

    /// With the passphrase, as everything that leaves the desk on paper.
    Page print(Visitor who) {
        who.openFiles();
        Page sheet = who.send(Deeds.form(who.open(SHEETS), SHEETS));
        Element there = sheet.document().selectFirst("[aria-labelledby=by-code] .figures");
        if (there == null) {
            throw new NoSuchThing("a code on the shift sheet");
        }
        code = there.text();
        return sheet;
    }

    Page shutOut(String whom) {
        if (code.isEmpty()) {
            throw new NoSuchThing("a shift sheet: nobody printed one");
        }
        Visitor anybody = world.passerBy();
        return anybody.send(
                Deeds.form(anybody.get(BY_CODE), BY_CODE).with("code", code).with("name", whom));
    }
}
