package org.watchword.desk.basis;

import java.util.Locale;

/// A language the desk speaks, by its BCP 47 tag. A language is data: a message file per room makes
/// one.
public record Language(String tag) {
    public Language {
        if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("not a language tag");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
