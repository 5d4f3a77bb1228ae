package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.TelegramApi.Broke;
import org.watchword.desk.delivery.TelegramApi.Done;
import org.watchword.desk.delivery.TelegramApi.No;
import tools.jackson.databind.JsonNode;

/// Any text as news from Telegram, and as its answer to a call.
public final class AnyTelegram {
    public static void fuzzerTestOneInput(byte[] data) {
        String said = Foreign.text(data);
        JsonNode json = TelegramApi.read(said);
        news(json);
        json.path("result").forEach(AnyTelegram::news);
        for (int status : List.of(200, 403, 429, 503)) {
            answer(status, said);
        }
    }

    private static void news(JsonNode json) {
        TelegramUpdate.number(json)
                .ifPresent(
                        n -> promise(n >= 0 && n < 1L << 53, "the number of news is a small one"));
        TelegramUpdate.word(json, "bot", Instant.EPOCH)
                .ifPresent(word -> {
                    promise(
                            Long.parseLong(word.sender().orElseThrow()) > 0,
                            "a sender is a person's number");
                    AnyWordHeard.kept(word);
                });
    }

    private static void answer(int status, String said) {
        switch (TelegramApi.answer(new HttpTalk.Answered(status, said))) {
            case Done _ -> promise(status / 100 == 2, "only a good status means that it is done");
            case No no -> promise(rests(no), "a rest has an end");
            case Broke broke ->
                    promise(broke.mayBeDone() || status / 100 != 2, "a good status may be done");
        }
    }

    private static boolean rests(No no) {
        return !no.rest().isNegative() && no.rest().compareTo(Limits.GATEWAY_REST) <= 0;
    }

    private AnyTelegram() {}
}
