package org.watchword.story;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.StoryFile;

/// Who reads what the command prints: their language, by the environment's customs.
final class Reader {
    private static final List<Language> SPOKEN = List.of(new Language("en"), new Language("ru"));

    private Reader() {}

    static Words words() {
        return words(tag());
    }

    static Words words(String tag) {
        return WordBook.read(SPOKEN, List.of(StoryFile.class, StoryMain.class)).in(language(tag));
    }

    static Language language() {
        return language(tag());
    }

    private static String tag() {
        return Optional.ofNullable(System.getenv("LC_ALL"))
                .filter(t -> !t.isEmpty())
                .or(() -> Optional.ofNullable(System.getenv("LANG")))
                .orElse("en");
    }

    private static Language language(String tag) {
        Language asked = SPOKEN.getFirst();
        for (Language spoken : SPOKEN) {
            asked = tag.startsWith(spoken.tag()) ? spoken : asked;
        }
        return asked;
    }
}
