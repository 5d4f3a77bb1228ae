package org.watchword.story;

import org.jsoup.nodes.Element;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;

/// Two who set a desk up and say by its pages who belongs to it.
public record Founders(Typist one, Typist other) {
    static final String BELONGING = "/belonging";

    /// The other's keys are known once he was there; the first begins, he signs, she gives the desk
    /// its key.
    public void found() {
        other.open(BELONGING);
        one.sent(compared(one.form(BELONGING, "/found")));
        other.sent(compared(other.form(BELONGING, "/found/sign")));
        one.sent(one.form(BELONGING, "/sign"));
    }

    static PageForm compared(PageForm form) {
        return form.with("compared", first(form.page(), "[name=compared]").val());
    }

    static Element first(Page page, String selector) {
        return page.all(selector).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchThing(selector + " on " + page.path()));
    }
}
