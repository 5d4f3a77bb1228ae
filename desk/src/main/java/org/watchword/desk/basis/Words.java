package org.watchword.desk.basis;

import java.util.Map;

/// The desk's words in one language. Every text that a person reads comes from here; the files lie
/// beside each room as `words.en.properties`, `words.ru.properties` and so on, in ICU message
/// format with named gaps.
public interface Words {
    Language language();

    /// The text of a key without gaps.
    String say(String key);

    /// The text of a key, its gaps filled.
    String say(String key, Map<String, Object> gaps);

    default String say(Sentence sentence) {
        return say(sentence.key(), sentence.gaps());
    }

    /// The text of a key with one gap.
    default String say(String key, String gap, Object value) {
        return say(key, Map.of(gap, value));
    }
}
