package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Wrong;

/// What an officer typed into the fields of a call. What cannot be kept as it is keeps nobody from
/// being rung: it stays in its field, with what is wrong.
final class TypedCall {
    private final Map<CallField, String> typed = new EnumMap<>(CallField.class);
    private final Map<CallField, Sentence> wrong = new EnumMap<>(CallField.class);
    private final boolean notKnown;

    TypedCall(Form form) {
        notKnown = form.has("not-known");
        for (CallField field : CallField.values()) {
            form.cleaned(field.word())
                    .map(text -> hasLines(field) ? text : CleanText.onOneLine(text))
                    .ifPresent(text -> typed.put(field, text));
        }
        typed.forEach((field, text) -> {
            if (text.length() > most(field)) {
                wrong(field, Sentence.of("watch.call.too-long", "most", most(field)));
            }
        });
    }

    private static boolean hasLines(CallField field) {
        return switch (field) {
            case WORDS, SOUNDS -> true;
            case WHO, CALL_BACK, WHERE, HEARD_AT -> false;
        };
    }

    private static int most(CallField field) {
        return switch (field) {
            case WHO, HEARD_AT -> Limits.NAME_CHARACTERS;
            case CALL_BACK -> Limits.ADDRESS_CHARACTERS;
            case WORDS, SOUNDS, WHERE -> Limits.TEXT_CHARACTERS;
        };
    }

    void wrong(CallField field, Sentence why) {
        wrong.put(field, why);
    }

    void timeUnread() {
        wrong(CallField.HEARD_AT, Sentence.of("watch.call.heard-at-wrong"));
    }

    boolean isSound() {
        return wrong.isEmpty();
    }

    /// What can be kept.
    LoggedCall sound() {
        var sound = new EnumMap<CallField, String>(CallField.class);
        typed.forEach((field, text) -> {
            if (!wrong.containsKey(field)) {
                sound.put(field, text);
            }
        });
        boolean named = sound.containsKey(CallField.WHO);
        return new LoggedCall(sound, notKnown && !named);
    }

    /// The fields of a call as they are to be shown: what is kept, and over it what was typed.
    CallView.Heard over(CallView.Heard kept) {
        return new CallView.Heard(
                typed.getOrDefault(CallField.WHO, kept.who()),
                notKnown,
                typed.getOrDefault(CallField.WORDS, kept.words()),
                typed.getOrDefault(CallField.SOUNDS, kept.sounds()),
                typed.getOrDefault(CallField.CALL_BACK, kept.callBack()),
                typed.getOrDefault(CallField.WHERE, kept.where()),
                typed.getOrDefault(CallField.HEARD_AT, kept.heardAt()));
    }

    /// What is wrong, by the ids that the fields have in the room.
    List<Wrong> wrong(CallId call) {
        var list = new ArrayList<Wrong>();
        wrong.forEach((field, why) -> list.add(new Wrong(field.word() + "-" + call.value(), why)));
        return list;
    }
}
