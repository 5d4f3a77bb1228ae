package org.watchword.story.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Received;

/// Messages go out at least once, are written down before, and say so when they come again.
final class MessagesOut {
    private final String label;

    /// @param label what a repeated message says first
    MessagesOut(String label) {
        this.label = label;
    }

    /// @param kept read before what was taken: what counts as sent there has been taken by then
    List<Sentence> wrong(Kept kept, Taken taken) {
        Map<String, List<Received>> came = taken.byKey();
        List<Sentence> wrong = new ArrayList<>();
        for (Kept.Message message : kept.messages()) {
            boolean counts = message.state().equals("sent") || message.state().equals("delivered");
            if (counts && !came.containsKey(message.key())) {
                wrong.add(Sentence.of("torture.found.unsent", "what", message.key()));
            }
            if (message.state().equals("failed")) {
                wrong.add(Sentence.of("torture.found.given-up", "what", message.key()));
            }
        }
        came.forEach((key, copies) -> {
            if (!key.contains("/") && !key.contains("-")) {
                wrong.add(Sentence.of("torture.found.unwritten", "what", key));
            }
            copies.stream()
                    .skip(1)
                    .filter(copy -> !copy.shown().contains(label))
                    .forEach(_ -> wrong.add(Sentence.of("torture.found.double", "what", key)));
        });
        return wrong;
    }
}
