package org.watchword.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of every form, by its address, in the order in which they are tried: what takes
/// something away comes last.
final class FieldsOfForms {
    private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        form("/raise", "form");
        form("/call", "form", "who", "words", "sounds", "call-back", "where", "heard-at");
        form("/alarms/{id}/acknowledge");
        form("/alarms/{id}/still");
        form("/alarms/{id}/looked");
        form("/channels/{id}/test");
        form("/ladders/{id}/default");
        form("/ladders/{id}/steps/{step}/up");
        form("/ladders/{id}/steps/{step}/down");
        form("/people/{id}/addresses/{address}/first");
        form("/people/{id}/addresses/{address}/proof");
        form("/addresses/{address}/proof");
        form("/addresses/codes/{channel}");
        form("/alarms/{id}/confirm", "person");
        form("/alarms/{id}/notes", "note");
        form("/alarms/{id}/pass", "to");
        form("/alarms/{id}/end", "way", "how");
        form("/alarms/{id}/end-drill");
        form("/drills", "about", "what");
        form("/drills/{id}/end");
        form("/alarms/{id}/asked", "codename", "question", "way", "answer");
        form("/alarms/{id}/calls/{call}", "save", "who", "words", "call-back", "heard-at");
        form("/channels", "kind", "label", "set-host", "set-port");
        form("/channels/{id}", "label", "set-host", "set-port", "set-security", "set-from");
        form("/channels/{id}/switch", "to");
        form("/codenames/new", "name", "plan", "ladder");
        form("/codenames/{id}", "name", "plan", "ladder");
        form(
                "/codenames/{id}/envelope",
                "name",
                "address",
                "health",
                "authority",
                "without",
                "holder",
                "place");
        form("/alarms/{id}/envelope/{codename}", "reason");
        form("/alarms/{id}/envelope/{codename}/show");
        form("/alarms/{id}/envelope/{codename}/paper");
        form("/alarms/{id}/envelope/{codename}/agree", "opening");
        form("/codenames/{id}/proof", "question-1", "answer-1", "question-4", "answer-4");
        form("/ladders", "label");
        form("/ladders/{id}", "label");
        form("/ladders/{id}/steps/new", "role", "person", "channel", "lasts", "all");
        form("/ladders/{id}/steps/{step}", "role", "person", "channel", "lasts", "all");
        form("/watches/new", "label", "about", "zone", "times", "days", "reminder", "grace");
        form("/watches/{id}/change", "label", "about", "zone", "times", "points", "hours", "seen");
        form("/watches/{id}/pause", "until", "second", "why", "seen");
        form("/watches/{id}/resume", "seen");
        form("/watches/{id}/arm", "seen");
        form("/watches/{id}/end", "seen");
        form("/paper/{id}/told", "answer");
        form("/heard/{id}/read", "back");
        form("/changes/{id}/agree");
        form("/changes/{id}/withdraw");
        form("/people/new", "name", "language", "roles");
        form("/people/invite", "label", "language", "roles");
        form("/people/invite/{id}/revoke");
        form("/join", "code", "name", "language", "passphrase", "again");
        form("/shut-out", "code", "name");
        form("/people/{id}", "name", "language", "roles", "active");
        form("/people/{id}/addresses", "channel", "address");
        form("/addresses/{address}/prove", "code-1");
        form("/roles/new", "label", "may");
        form("/roles/{id}", "label", "may");
        form("/rota", "role", "person", "from", "to");
        form("/rota/take-over", "role", "hours");
        form("/rota/note", "role", "note");
        form("/rota/weekly", "role", "person", "day", "from", "end", "later", "weeks", "first");
        form("/rota/stand-ins", "role", "person", "instead", "from", "to");
        form("/rota/swaps", "gives", "takes");
        form("/rota/swaps/{id}/accept");
        form("/rota/swaps/{id}/decline");
        form("/rota/swaps/{id}/withdraw");
        form("/rota/sheets");
        form("/texts/{kind}/{language}", "subject", "text");
        form("/forgetting", "check-ins", "texts");
        form("/partner/seen");
        form(
                "/partner/set",
                "kind",
                "name",
                "address",
                "key",
                "channel",
                "number",
                "language",
                "proxy",
                "trust");
        form("/codenames/{id}/words/card", "form", "language", "help", "duress", "list");
        form("/codenames/{id}/words/burn");
        form("/codenames/{id}/words/holds");
        form("/codenames/{id}/words/contacts", "channel", "address", "language");
        form("/codenames/{id}/words/contacts/{contact}/remove");
        form("/heard/words/{word}/read", "back");
        form("/door", "title", "lead", "first", "second", "button", "taken", "preview");
        form("/door/look", "look", "language");
        form("/door/texts", "received-en", "reminder-ru");
        form("/statistics", "month");
        form("/a/{token}", "digits");
        form("/sign-in", "name", "passphrase");
        form("/confirm", "passphrase", "to");
        form("/unlock", "pin", "to", "then", "press");
        form("/pin", "pin", "to");
        form("/sessions/{id}/end");
        form("/sessions/{id}/shut");
        form("/jobs/{id}/cancel");
        form("/files", "passphrase", "code", "to");
        form("/passphrase", "passphrase", "code", "next", "again");
        form("/second-factor", "letters", "passphrase", "code");
        form("/second-factor/new");
        form("/second-factor/remove", "passphrase", "code");
        form("/belonging/found", "compared");
        form("/belonging/found/sign", "seen", "compared");
        form("/belonging/found/put-away", "seen");
        form("/belonging/paper", "seen");
        form("/belonging/own-key");
        form("/belonging/come");
        form("/belonging/settle");
        form("/belonging/desk-key");
        form("/belonging/half/{id}/sign", "seen");
        form("/belonging/half/{id}/put-away");
        form("/belonging/{id}/invite");
        form("/belonging/{id}/confirm", "seen", "compared");
        form("/belonging/{id}/lift");
        form("/belonging/{id}/authority");
        form("/belonging/{id}/shut-out");
        form("/belonging/{id}/remove");
        form("/cases", "name", "reader", "alone");
        form("/cases/{id}/notes", "compartment", "text", "seen");
        form(
                "/cases/{id}/reminders",
                "timer",
                "compartment",
                "text",
                "at",
                "before",
                "ladder",
                "says");
        form("/cases/{id}/reminders/{reminder}/end");
        form("/cases/{id}/compartments", "name", "own", "reader", "alone");
        form("/cases/{id}/compartments/{compartment}/name", "name", "code-name");
        form("/cases/{id}/compartments/{compartment}/readers", "reader");
        form("/cases/{id}/compartments/{compartment}/readers/{person}/remove");
        form("/cases/{id}/compartments/{compartment}/entries/{entry}/erase");
        form("/partner/remove");
        form("/people/{id}/addresses/{address}/remove");
        form("/rota/{id}/remove");
        form("/rota/weekly/{id}/stop");
        form("/rota/stand-ins/{id}/remove");
        form("/codenames/{id}/retire");
        form("/ladders/{id}/steps/{step}/remove");
        form("/ladders/{id}/remove");
        form("/lock");
        form("/sign-out");
    }

    static Map<String, List<String>> all() {
        return FIELDS;
    }

    private static void form(String path, String... fields) {
        FIELDS.put(path, List.of(fields));
    }

    private FieldsOfForms() {}
}
