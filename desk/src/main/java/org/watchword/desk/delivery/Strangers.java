package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What becomes of words from somebody whom the desk does not know: they ring, or they are only
/// listed. Each channel that hears asks for it among its settings.
public final class Strangers {
    private static final String SETTING = "strangers";
    private static final String RING = "ring";
    private static final String LIST = "list";

    /// As a kind asks for it, among its settings.
    static ChannelKind.Setting asked() {
        return new ChannelKind.Setting(
                SETTING, ChannelKind.Look.CHOICE, List.of(RING, LIST), Optional.of(RING));
    }

    /// Whether they ring. What nobody has set, or set wrongly, rings.
    public static boolean ring(Map<String, String> settings) {
        return !LIST.equals(settings.get(SETTING));
    }

    private Strangers() {}
}
