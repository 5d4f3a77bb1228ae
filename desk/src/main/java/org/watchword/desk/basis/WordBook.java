package org.watchword.desk.basis;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// All message files of all rooms, read once at start. A language is complete or not there: a
/// missing key is a broken build (a test compares the files), and at run time an error.
public final class WordBook {
    private final Map<Language, Map<String, String>> texts;

    private WordBook(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /// Reads `words.TAG.properties` beside each of the given classes, for each language.
    public static WordBook read(List<Language> languages, List<Class<?>> rooms) {
        Map<Language, Map<String, String>> texts = new HashMap<>();
        for (Language language : languages) {
            Map<String, String> all = new HashMap<>();
            for (Class<?> room : rooms) {
                var file = readFile(room, "words." + language.tag() + ".properties");
                file.forEach((key, text) -> all.put((String) key, (String) text));
            }
            texts.put(language, Map.copyOf(all));
        }
        return new WordBook(Map.copyOf(texts));
    }

    private static Properties readFile(Class<?> room, String name) {
        var properties = new Properties();
        try (var in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + room.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    public Set<String> languageTags() {
        var tags = new TreeSet<String>();
        texts.keySet().forEach(language -> tags.add(language.tag()));
        return tags;
    }

    public boolean speaks(Language language) {
        return texts.containsKey(language);
    }

    /// The words in that language.
    public Words in(Language language) {
        Map<String, String> mine = texts.get(language);
        if (mine == null) {
            throw new IllegalArgumentException("the desk does not speak " + language.tag());
        }
        return new Spoken(language, language.locale(), mine);
    }

    private record Spoken(Language language, Locale locale, Map<String, String> texts)
            implements Words {
        @Override
        public String say(String key) {
            return say(key, Map.of());
        }

        @Override
        public String say(String key, Map<String, Object> gaps) {
            String pattern = texts.get(key);
            if (pattern == null) {
                throw new IllegalArgumentException("no words for " + key);
            }
            return new MessageFormat(pattern, locale).format(gaps);
        }
    }
}
