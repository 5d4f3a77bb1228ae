package org.watchword.story;

import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Somebody who fills forms in, and of whose forms none may be refused.
public record Typist(Visitor who) {
    public Page open(String path) {
        return who.open(path);
    }

    /// The form that goes there, on the page of this path.
    public PageForm form(String path, String action) {
        return under(open(path), action);
    }

    static PageForm under(Page page, String end) {
        return page.formsUnder("/").stream()
                .filter(form -> form.action().endsWith(end))
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchThing(
                                "no form " + end + " on " + page.path() + ": " + page.words()));
    }

    public Page sent(PageForm form) {
        Page page = who.send(form);
        if (page.refused() || !page.all(".errors").isEmpty()) {
            throw new NoSuchThing(form.action() + " refused: " + page.words());
        }
        return page;
    }
}
