package org.watchword.desk.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// Everything around the inside of a page: whose desk, who looks, in which language, at what time.
///
/// @param deskName the team's name for the desk
/// @param title the page's title; it names no person
/// @param formToken goes into every form as the hidden field `token`
/// @param menu the pages this caller may open
/// @param here the path of the page, for marking it in the menu
public record Frame(
        String deskName,
        String title,
        Caller caller,
        String formToken,
        Words words,
        TimeWords times,
        Instant now,
        List<MenuItem> menu,
        String here,
        Places.Filled places) {

    /// What other rooms put into a place of this page.
    public List<Content> place(String name) {
        return places.in(name);
    }

    /// Short for the text of a key.
    public String say(String key) {
        return words.say(key);
    }

    /// One page in the menu: its label, its path, and what the caller must be allowed to see it.
    public record MenuItem(String labelKey, String path, String may) {}
}
