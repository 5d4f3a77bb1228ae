package org.watchword.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.List;
import org.watchword.story.demo.Demo;

/// Somebody of the team before the desk in a browser: opens pages, fills in forms, and gives the
/// passphrase wherever it is asked for.
final class AtTheDesk {
    private final Sitting sitting;
    private final String desk;
    private final String passphrase;

    AtTheDesk(Sitting sitting, Demo demo, String person) {
        this.sitting = sitting;
        this.desk = demo.deskOf(person);
        this.passphrase = demo.credentials(person).passphrase();
    }

    /// Puts a fresh sign-in of this person into the browser.
    static void signIn(Sitting sitting, Demo demo, String person) {
        String[] cookie = demo.signIn(person).orElseThrow().split("[=;]", 3);
        // The browser's own hand would refuse a `Secure` cookie for an `http` address.
        String host = "https://" + URI.create(demo.deskOf(person)).getHost() + "/";
        sitting.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(cookie[0], cookie[1])
                                        .setUrl(host)
                                        .setSecure(true)
                                        .setHttpOnly(true)));
    }

    Sitting sitting() {
        return sitting;
    }

    /// Opens a page of the desk, by its path without the first slash.
    void open(String path) {
        sitting.open(desk + path);
        if (asksForThePassphrase()) {
            confirm();
        } else if (sitting.page().url().startsWith(desk + "files")) {
            opensFiles();
        }
    }

    private void opensFiles() {
        at("input[name='passphrase']").fill(passphrase);
        press("form[action='/files'] button");
    }

    boolean asksForThePassphrase() {
        return sitting.page().url().startsWith(desk + "confirm");
    }

    void confirm() {
        at("input[name='passphrase']").fill(passphrase);
        press("form[action='/confirm'] button");
    }

    Locator at(String where) {
        return sitting.page().locator(where);
    }

    void fill(String name, String text) {
        at("[name='" + name + "']:not([type='hidden'])").first().fill(text);
    }

    /// Chooses what a list shows by these words.
    void choose(String name, String label) {
        at("select[name='" + name + "']").selectOption(new SelectOption().setLabel(label));
    }

    /// Chooses what stands at this place in a list.
    void choose(String name, int place) {
        at("select[name='" + name + "']").selectOption(new SelectOption().setIndex(place));
    }

    /// Presses the button and waits for what comes.
    void press(String where) {
        sitting.follow(at(where).first());
    }

    /// Sends off the form that goes there.
    void send(String action) {
        press("form[action='" + action + "'] button:not([name])");
        if (at(".errors").count() > 0) {
            throw new IllegalStateException(action + " refused: " + at(".errors").innerText());
        }
    }
}
