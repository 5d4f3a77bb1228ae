package org.watchword.desk.partner;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.desk.basis.Language;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.FarEnd;

/// The partner as the team has set it.
///
/// @param key its public key, as copied
/// @param number where it is rung when it is silent; empty for a watcher, which is not watched
record PartnerSettings(
        Kind kind, String name, FarEnd.Where where, String key, Optional<GivenNumber> number) {
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String ADDRESS = "address";
    private static final String PROXY = "proxy";
    private static final String TRUST = "trust";
    private static final String KEY = "key";
    private static final String CHANNEL = "channel";
    private static final String NUMBER = "number";
    private static final String LANGUAGE = "language";

    /// What the partner is.
    enum Kind {
        /// It watches us, and we watch it.
        DESK,
        /// It watches us and sends nothing.
        WATCHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /// The one number that it gave us.
    record GivenNumber(ChannelId channel, String address, Language language) {
        @Override
        public String toString() {
            return "a number";
        }
    }

    /// As texts, for a change that waits.
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        texts.put(KIND, kind.word());
        texts.put(NAME, name);
        texts.put(ADDRESS, where.address());
        texts.put(PROXY, where.proxy());
        texts.put(TRUST, where.trust());
        texts.put(KEY, key);
        number.ifPresent(one -> {
            texts.put(CHANNEL, "" + one.channel().value());
            texts.put(NUMBER, one.address());
            texts.put(LANGUAGE, one.language().tag());
        });
        return texts;
    }

    /// Reads what {@link #texts} gives; empty for anything else.
    static Optional<PartnerSettings> of(Map<String, String> texts) {
        var where =
                new FarEnd.Where(
                        texts.getOrDefault(ADDRESS, ""),
                        texts.getOrDefault(PROXY, ""),
                        texts.getOrDefault(TRUST, ""));
        Optional<GivenNumber> number =
                Optional.ofNullable(texts.get(CHANNEL))
                        .map(channel ->
                                new GivenNumber(
                                        new ChannelId(Long.parseLong(channel)),
                                        texts.getOrDefault(NUMBER, ""),
                                        new Language(texts.getOrDefault(LANGUAGE, "en"))));
        String key = texts.getOrDefault(KEY, "");
        return Kind.of(texts.getOrDefault(KIND, ""))
                .map(kind ->
                        new PartnerSettings(kind, texts.getOrDefault(NAME, ""), where, key, number))
                .filter(PartnerSettings::isWhole);
    }

    /// Whether heartbeats can be exchanged with it.
    boolean isWhole() {
        return where.wrong().isEmpty()
                && PublicKeyText.read(key).isPresent()
                && (kind == Kind.WATCHER) == number.isEmpty();
    }

    @Override
    public String toString() {
        return "a partner";
    }
}
