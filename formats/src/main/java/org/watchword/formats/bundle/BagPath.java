package org.watchword.formats.bundle;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The path of a file below the base directory of a bag. It means the same file on every system:
/// who unpacks one cannot be led out of the bag, nor to a file that another path means.
///
/// @param name with slashes, and with what a manifest writes as `%0A`, `%0D` and `%25` as it is
public record BagPath(String name) implements Comparable<BagPath> {
    static final String PAYLOAD = "data/";

    /// Windows reads these as devices, whatever stands behind a dot.
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?is)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

    private static final Set<String> DOTS = Set.of(".", "..");

    /// @throws IllegalArgumentException when {@link #problem} has something to say
    public BagPath {
        check(name);
    }

    /// Of a file as a system names it, some of which give every name decomposed.
    ///
    /// @throws IllegalArgumentException when {@link #problem} has something to say all the same
    public static BagPath found(String name) {
        return new BagPath(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /// What keeps this from being a path of a bag.
    public static Optional<Failure> problem(String name) {
        try {
            check(name);
            return Optional.empty();
        } catch (Flawed flawed) {
            return Optional.of(flawed.failure());
        }
    }

    private static void check(String name) {
        Flawed.when(Letters.octets(name) > Limits.PATH, Failure.TOO_LONG);
        Letters.seen(name, letter -> letter == '\r' || letter == '\n');
        Flawed.when(name.isEmpty() || name.startsWith("/"), Failure.PATH_OUTSIDE);
        // A shell's home, and the mark of a binary file in what sha256sum writes.
        boolean special = name.startsWith("~") || name.startsWith("*");
        Flawed.when(special || !Letters.isNfc(name), Failure.PATH_AMBIGUOUS);
        Arrays.stream(name.split("/", -1)).forEach(BagPath::checkOne);
    }

    private static void checkOne(String one) {
        Flawed.when(DOTS.contains(one), Failure.PATH_OUTSIDE);
        // A backslash parts names on Windows, a colon names a drive or a second stream of a file,
        // and dots and blanks at the end are not seen there.
        boolean ambiguous =
                one.isEmpty()
                        || one.indexOf('\\') >= 0
                        || one.indexOf(':') >= 0
                        || one.endsWith(".")
                        || Letters.hasBlankEnds(one)
                        || DEVICE.matcher(one).matches();
        Flawed.when(ambiguous, Failure.PATH_AMBIGUOUS);
        Flawed.when(Letters.octets(one) > Limits.NAME, Failure.TOO_LONG);
    }

    /// From a manifest, where exactly three characters are percent-encoded.
    static BagPath decoded(String encoded) {
        return new BagPath(encoded.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"));
    }

    /// As a manifest writes it (RFC 8493, 2.1.3).
    String encoded() {
        return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    boolean isPayload() {
        return name.startsWith(PAYLOAD);
    }

    /// Whether it lies beside the payload on every system, and is no tag manifest.
    boolean isListedTag() {
        String folded = folded();
        return !(folded + "/").startsWith(PAYLOAD) && !folded.startsWith("tagmanifest-");
    }

    /// The same for paths that some systems cannot tell apart.
    String folded() {
        return Letters.folded(name);
    }

    @Override
    public int compareTo(BagPath other) {
        return Comparator.<BagPath, String>comparing(BagPath::name).compare(this, other);
    }
}
