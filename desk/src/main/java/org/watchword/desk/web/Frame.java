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
/// @param script the one small script, for a page whose view is a {@link LiveView}; else empty
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
        String script,
        Places.Filled places) {
    /// So many pages stand side by side on a small telephone, with the way to the others.
    private static final int MENU_AT_ONCE = 3;

    /// What always stands in the menu: its first pages are those of the night.
    public List<MenuItem> menuAtOnce() {
        return menu.subList(0, Math.min(MENU_AT_ONCE, menu.size()));
    }

    /// What the menu shows when somebody asks for more.
    public List<MenuItem> menuMore() {
        return menu.subList(Math.min(MENU_AT_ONCE, menu.size()), menu.size());
    }

    /// Whether this page is among the latter.
    public boolean isInMenuMore() {
        return menuMore().stream().anyMatch(item -> item.path().equals(here));
    }

    /// Whether this page carries the one small script.
    public boolean live() {
        return !script.isEmpty();
    }

    /// The name of whoever is signed in; empty for nobody and for a session that is locked.
    public String callerName() {
        return caller instanceof Caller.Present present ? present.name() : "";
    }

    /// What other rooms put into a place of this page.
    public List<Content> place(String name) {
        return places.in(name);
    }

    /// Short for the text of a key.
    public String say(String key) {
        return words.say(key);
    }

    /// Short for the text of a key with one gap.
    public String say(String key, String gap, Object value) {
        return words.say(key, gap, value);
    }

    Frame of(String pageTitle, String pageScript, Places.Filled filled) {
        return new Frame(
                deskName,
                pageTitle,
                caller,
                formToken,
                words,
                times,
                now,
                menu,
                here,
                pageScript,
                filled);
    }

    /// One page in the menu: its label, its path, and what the caller must be allowed to see it.
    public record MenuItem(String labelKey, String path, String may) {}
}
