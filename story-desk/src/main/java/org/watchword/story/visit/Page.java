package org.watchword.story.visit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A page as somebody got it.
///
/// @param path where it stands, after all redirects
public record Page(int status, String path, Document document) {
    public boolean refused() {
        return status >= 400;
    }

    /// What stands on it, spaces made one, without regard to case.
    public String words() {
        return plain(document.body().text());
    }

    public boolean says(String text) {
        return words().contains(plain(text));
    }

    /// A text as texts are compared: small letters, one space.
    public static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /// The form that goes there.
    public Optional<PageForm> form(String action) {
        return document.select("form[method=post]").stream()
                .filter(f -> f.attr("action").equals(action))
                .findFirst()
                .map(f -> new PageForm(this, f));
    }

    /// The forms that go somewhere below there.
    public List<PageForm> formsUnder(String action) {
        return document.select("form[method=post]").stream()
                .map(f -> new PageForm(this, f))
                .filter(f -> f.action().startsWith(action))
                .toList();
    }

    /// The elements that a CSS selector finds.
    public List<Element> all(String selector) {
        return document.select(selector);
    }
}
