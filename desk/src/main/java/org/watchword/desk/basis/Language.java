package org.watchword.desk.basis;

import java.util.Locale;
import java.util.regex.Pattern;

/// A language the desk speaks, by its BCP 47 tag. A language is data: a message file per room makes
/// one.
public record Language(String tag) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    public Language {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a language tag");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
