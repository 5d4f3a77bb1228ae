package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;

/// The words that were agreed once for all screens, and those that stand on none.
class FixedScreenWords {
    private static final Map<String, List<String>> AGREED =
            Map.ofEntries(
                    Map.entry("watch.kind.silence", List.of("No word yet", "Нет вестей")),
                    Map.entry("watch.log-a-call", List.of("Log a call", "Записать звонок")),
                    Map.entry("watch.call.title", List.of("Log a call", "Записать звонок")),
                    Map.entry("watch.raise-now", List.of("Raise now", "Поднять тревогу")),
                    Map.entry("watch.on-it", List.of("I'm on it", "Беру на себя")),
                    Map.entry("watch.still-on-it", List.of("Still on it", "Занимаюсь")),
                    Map.entry("watch.pass-on", List.of("Pass on", "Передать")),
                    Map.entry("watch.end-the-alarm", List.of("End the alarm", "Отбой")),
                    Map.entry("watch.board.on-duty", List.of("On duty now", "Сейчас дежурит")),
                    Map.entry("rota.now", List.of("On duty now", "Сейчас дежурит")),
                    Map.entry("delivery.heard.title", List.of("Not recognised", "Не опознано")),
                    Map.entry("silence.late", List.of("Late", "Опоздание")),
                    Map.entry("silence.paused-until", List.of("Paused until", "Пауза до")),
                    Map.entry("silence.pause.until", List.of("Paused until", "Пауза до")),
                    Map.entry("silence.no-word-yet", List.of("No word yet", "Нет вестей")));

    /// Words about a person at risk that no screen uses; "штаб" and "доска", where "пульт" and
    /// "обзор" were chosen.
    private static final List<String> ON_NO_SCREEN =
            List.of(
                    "victim",
                    "client",
                    "target",
                    "safe house",
                    "жертв",
                    "клиент",
                    "штаб",
                    "на доск");

    @Test
    void are_used_exactly() {
        var book = Wiring.words();
        var said = new TreeMap<String, List<String>>();
        AGREED.keySet()
                .forEach(key ->
                        said.put(
                                key,
                                List.of(
                                        book.in(new Language("en")).say(key),
                                        book.in(new Language("ru")).say(key))));
        assertEquals(new TreeMap<>(AGREED), said);
    }

    @Test
    void leave_no_room_for_words_that_were_not_chosen() {
        var found = new TreeMap<String, String>();
        MessageKeys.ofAllRooms()
                .rooms()
                .forEach((room, files) ->
                        files.forEach((language, texts) ->
                                texts.forEach((key, text) ->
                                        ON_NO_SCREEN.stream()
                                                .filter(text.toLowerCase(Locale.ROOT)::contains)
                                                .forEach(word ->
                                                        found.put(language + " " + key, word)))));
        assertEquals(new TreeMap<>(), found);
    }
}
