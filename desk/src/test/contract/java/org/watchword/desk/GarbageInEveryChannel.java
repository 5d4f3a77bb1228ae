package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of every kind of channel that a desk knows, filled with what no form is made for.
class GarbageInEveryChannel {
    @Test
    void is_taken_calmly_in_every_setting(@TempDir Path dir) {
        var wrong = new ArrayList<String>();
        int tried = 0;
        try (var desk = new RoughDesk(dir)) {
            desk.furnish(desk.signedIn(RoughDesk.WREN));
            var soyka = desk.signedIn(RoughDesk.SOYKA);
            soyka.get("/sessions");
            var before = desk.rows();
            for (var kind : Wiring.channelSettings().entrySet()) {
                for (var typed : GarbageInEveryForm.garbage().entrySet()) {
                    String form =
                            kind.getValue().stream()
                                    .map(one -> "&set-" + one.name() + "=" + typed.getValue())
                                    .collect(Collectors.joining());
                    // Without a label it is never added: what counts is what is said of it.
                    String all = "&kind=" + kind.getKey() + "&label=" + form;
                    var page = soyka.postRaw("/channels", all);
                    String what = typed.getKey() + " to " + kind.getKey() + ": ";
                    if (page.status() != 422 && page.status() != 400) {
                        wrong.add(what + page.status());
                    }
                    GarbageInEveryForm.refusal(page, what, wrong);
                    tried++;
                }
            }
            assertEquals(List.of(), wrong);
            assertEquals(before, desk.rows(), "half saved");
            assertTrue(tried > 80, "kinds times garbage: " + tried);
            assertFalse(desk.logged().contains(GarbageInEveryForm.NEEDLE), "in the log");
        }
    }
}
