package org.watchword.story.script;

/// Characters that nobody sees: control characters and those that change the direction of text.
final class HiddenCharacters {
    private HiddenCharacters() {}

    static boolean holds(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
