package org.watchword.browser;

/// What somebody looks through: how wide, how dark, in which language, and whether it runs scripts.
///
/// @param width in CSS pixels
/// @param script false as in Tor Browser at its safest level
public record Device(int width, int height, boolean dark, String language, boolean script) {
    /// The narrowest telephone that the desk is made for.
    public static Device phone() {
        return new Device(360, 740, false, "en", true);
    }

    public static Device desktop() {
        return new Device(1280, 900, false, "en", true);
    }

    public Device inTheDark() {
        return new Device(width, height, true, language, script);
    }

    public Device speaking(String tag) {
        return new Device(width, height, dark, tag, script);
    }

    public Device withoutScript() {
        return new Device(width, height, dark, language, false);
    }
}
