package org.watchword.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.watchword.desk.basis.Limits;

/// The four pages to which a gate sends people, and the rule for the way back. The accounts declare
/// their routes.
public final class Doors {
    /// Name and passphrase.
    public static final String SIGN_IN = "/sign-in";

    /// The PIN of a session that locked itself.
    public static final String UNLOCK = "/unlock";

    /// The passphrase once more, before something wide.
    public static final String CONFIRM = "/confirm";

    /// What opens the case files of somebody who is signed in.
    public static final String FILES = "/files";

    /// The query parameter and form field that hold the way back.
    public static final String TO = "to";

    /// The address of a door, with the way back from it.
    public static String with(String door, String backTo) {
        return door + "?" + TO + "=" + URLEncoder.encode(ours(backTo), StandardCharsets.UTF_8);
    }

    /// The path itself when it leads to a page of this desk, else the front page: nobody is sent
    /// elsewhere by an address that somebody made for him.
    public static String ours(String path) {
        boolean good =
                path.startsWith("/")
                        && path.length() <= Limits.PATH_CHARACTERS
                        && path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
                        && !path.startsWith("//");
        return good ? path : "/";
    }

    private Doors() {}
}
