package org.watchword.story.script;

import java.util.Set;

/// What the program can do, in the words that a story's `needs:` uses. A room that gets built adds
/// its words here, and with that the steps that waited for it begin to count.
public final class Built {
    public static final Set<String> ABILITIES =
            Set.of(
                    "board",
                    "calls",
                    "case-files",
                    "check-ins",
                    "drills",
                    "envelope",
                    "ladders",
                    "mail",
                    "paper",
                    "rota",
                    "sessions",
                    "sms",
                    "telegram",
                    "words");

    private Built() {}
}
