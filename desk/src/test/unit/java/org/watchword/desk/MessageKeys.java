package org.watchword.desk;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All message files as they lie in the sources: folder, then language, then key and text.
///
/// @param misplaced keys that stand twice or do not start with their room
record MessageKeys(Map<String, Map<String, Map<String, String>>> rooms, List<String> misplaced) {
    private static final Pattern FILE = Pattern.compile("words\\.([A-Za-z-]+)\\.properties");
    private static final Pattern GAP_SYNTAX = Pattern.compile("\\{[^{}]*(\\{[^{}]*\\}[^{}]*)*\\}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{4,}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    static MessageKeys ofAllRooms() {
        var read = new MessageKeys(new TreeMap<>(), new ArrayList<>());
        for (Path file : Repository.files("src/main/resources", ".properties")) {
            var name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                read.add(file, name.group(1));
            }
        }
        return read;
    }

    private void add(Path file, String language) {
        Path folder = Repository.root().relativize(file.getParent());
        var texts = new TreeMap<String, String>();
        var strict =
                new Properties() {
                    @Override
                    public synchronized Object put(Object key, Object text) {
                        boolean again = texts.put((String) key, (String) text) != null;
                        if (again || !startsWithItsRoom((String) key, folder)) {
                            misplaced.add(Repository.name(file) + ": " + key);
                        }
                        return key;
                    }
                };
        try {
            strict.load(new StringReader(Repository.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rooms.computeIfAbsent(folder.toString(), r -> new TreeMap<>()).put(language, texts);
    }

    private static boolean startsWithItsRoom(String key, Path folder) {
        return folder.endsWith(first(key))
                || (first(key).equals("play") && folder.endsWith("story"))
                || folder.subpath(0, folder.getNameCount() - 1).endsWith(first(key));
    }

    private static String first(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    /// The words with which keys begin.
    Set<String> beginnings() {
        return all().stream().map(MessageKeys::first).collect(Collectors.toSet());
    }

    Set<String> languages() {
        var tags = new TreeSet<String>();
        rooms.values().forEach(files -> tags.addAll(files.keySet()));
        return tags;
    }

    Set<String> all() {
        var all = new TreeSet<String>();
        rooms.values().forEach(files -> files.values().forEach(t -> all.addAll(t.keySet())));
        return all;
    }

    /// Whether there is such a key, or one that begins so when it ends with a full stop.
    boolean exists(String named) {
        return named.endsWith(".")
                ? all().stream().anyMatch(key -> key.startsWith(named))
                : all().contains(named);
    }

    List<String> unsound() {
        List<String> found = new ArrayList<>();
        rooms.values()
                .forEach(files ->
                        files.forEach((language, texts) ->
                                texts.forEach((key, text) -> check(language, key, files, found))));
        return found;
    }

    private static void check(
            String language,
            String key,
            Map<String, Map<String, String>> files,
            List<String> found) {
        String text = files.getOrDefault(language, Map.of()).getOrDefault(key, "");
        String english = files.getOrDefault("en", Map.of()).getOrDefault(key, "");
        try {
            var format = new MessageFormat(text, Locale.forLanguageTag(language));
            if (text.isBlank() || format.toPattern().isEmpty()) {
                found.add(key + " in " + language + ": empty");
            }
            if (!gaps(text, false).containsAll(gaps(english, true))
                    || !gaps(english, false).containsAll(gaps(text, false))) {
                found.add(key + " in " + language + ": other gaps than in English");
            }
        } catch (IllegalArgumentException e) {
            found.add(key + " in " + language + ": " + e.getMessage());
        }
    }

    /// The gaps of a text, nested ones too. One that only chooses between forms may be idle in
    /// another language.
    private static Set<String> gaps(String text, boolean shownOnly) {
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        for (int i = 1; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                var kind = pattern.getPart(i - 1).getArgType();
                boolean shown = kind == ArgType.NONE || kind == ArgType.SIMPLE;
                if (shown || !shownOnly) {
                    names.add(pattern.getSubstring(part));
                }
            }
        }
        return names;
    }

    /// Russian texts in which whole words stand in Latin letters and none in Cyrillic.
    List<String> untranslated() {
        List<String> found = new ArrayList<>();
        rooms.values()
                .forEach(files ->
                        files.getOrDefault("ru", Map.of())
                                .forEach((key, text) -> {
                                    if (isForeign(text)) {
                                        found.add(key);
                                    }
                                }));
        return found;
    }

    private static boolean isForeign(String text) {
        String words = GAP_SYNTAX.matcher(text).replaceAll(" ");
        return LATIN_WORD.matcher(words).find() && !CYRILLIC.matcher(text).find();
    }
}
