package org.watchword.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;

/// Which of the desk's languages a browser asks for.
final class AskedLanguage {
    private static final int RANGES = 20;

    /// The first asked-for language that the desk speaks, else the fallback. A header that is no
    /// such list counts as not sent.
    static Language of(Optional<String> acceptLanguage, WordBook words, Language fallback) {
        return acceptLanguage.stream()
                .flatMap(header -> ranges(header).stream())
                .limit(RANGES)
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> spoken(range.getRange(), words).stream())
                .findFirst()
                .orElse(fallback);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<Language> spoken(String range, WordBook words) {
        return words.languageTags().stream()
                .filter(tag -> range.equals(tag) || range.startsWith(tag + "-"))
                .findFirst()
                .map(Language::new);
    }

    private AskedLanguage() {}
}
