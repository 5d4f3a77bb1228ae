package org.watchword.formats.bundle;

import java.util.Collection;
import java.util.regex.Pattern;

/// The "octetstream sum" of a payload: how many octets its files have, and how many files it has.
/// Looked at before anything is hashed, and no proof of anything.
public record PayloadOxum(long octets, long streams) {
    static final String LABEL = "Payload-Oxum";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    /// @throws IllegalArgumentException when there are fewer than none
    public PayloadOxum {
        Flawed.when(octets < 0 || streams < 0, Failure.LINE_MALFORMED);
    }

    public static PayloadOxum of(Collection<PayloadFile> files) {
        long octets = files.stream().mapToLong(PayloadFile::octets).reduce(0, Math::addExact);
        return new PayloadOxum(octets, files.size());
    }

    static PayloadOxum parse(String text) {
        var found = FORM.matcher(text);
        Flawed.when(!found.matches(), Failure.LINE_MALFORMED);
        var oxum = new PayloadOxum(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)));
        Flawed.when(!oxum.toString().equals(text), Failure.LINE_MALFORMED);
        return oxum;
    }

    @Override
    public String toString() {
        return octets + "." + streams;
    }
}
