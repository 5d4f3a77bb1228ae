package org.watchword.desk.basis;

import java.util.Map;

/// What the desk wants to say, before it is put into somebody's language: the key of a message and
/// what stands in its gaps.
public record Sentence(String key, Map<String, Object> gaps) {
    public Sentence {
        gaps = Map.copyOf(gaps);
    }

    public static Sentence of(String key) {
        return new Sentence(key, Map.of());
    }

    public static Sentence of(String key, String gap, Object value) {
        return new Sentence(key, Map.of(gap, value));
    }
}
