package org.watchword.desk.accounts;

import java.util.List;

/// What a role may allow. A gate names one of these.
public final class Capability {
    /// The board, alarms, log a call, raise, take over a shift.
    public static final String ANSWER = "answer";

    /// People, roles, the shifts of the rota.
    public static final String PEOPLE = "people";

    /// The ways over which people are rung.
    public static final String CHANNELS = "channels";

    /// Ladders, code-names with their plan cards, texts of messages.
    public static final String LADDERS = "ladders";

    /// Leads cases: is rung when nobody may call back, and with a second person ends an alarm after
    /// a word that asks for it.
    public static final String LEAD = "lead";

    /// All of them, in the order in which they are shown.
    public static final List<String> ALL = List.of(ANSWER, PEOPLE, CHANNELS, LADDERS, LEAD);

    private Capability() {}
}
