package org.watchword.formats.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `custody.txt`: who had which item when, and what was done to it, a line an event. The lines of
/// one item stand in the order of their numbers; those of several may be mixed.
public record CustodyLog(List<CustodyLine> lines) {
    public static final String NAME = "custody.txt";

    /// The names of the columns stand above.
    static final int FIRST_LINE = 2;

    private static final String HEAD = String.join("\t", CustodyLine.COLUMNS);

    /// @throws IllegalArgumentException when a line does not fit those before it
    public CustodyLog {
        lines = List.copyOf(lines);
        Map<Checksum, CustodyLine> last = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            CustodyLine line = lines.get(i);
            Optional<Failure> failure =
                    Optional.ofNullable(last.get(line.item()))
                            .map(before -> misfit(before, line))
                            .orElseGet(() -> misfit(line));
            if (failure.isPresent()) {
                throw new Flawed(failure.get(), i);
            }
            if (line.event().deed() instanceof Deed.Derived derived
                    && !last.containsKey(derived.from())) {
                throw new Flawed(Failure.ITEM_UNKNOWN, i);
            }
            last.put(line.item(), line);
        }
    }

    private static Optional<Failure> misfit(CustodyLine first) {
        if (first.number() != 1) {
            return Optional.of(Failure.LINE_MISSING);
        }
        return first.event().deed().begins()
                ? Optional.empty()
                : Optional.of(Failure.ORIGIN_MISPLACED);
    }

    private static Optional<Failure> misfit(CustodyLine before, CustodyLine line) {
        if (line.number() != before.number() + 1) {
            return Optional.of(Failure.LINE_MISSING);
        }
        if (!line.before().equals(Optional.of(before.checksum()))) {
            return Optional.of(Failure.CHAIN_BROKEN);
        }
        return line.event().deed().follows()
                ? Optional.empty()
                : Optional.of(Failure.ORIGIN_MISPLACED);
    }

    /// All of it, or nothing.
    ///
    /// @throws BundleFailure when it is none, of the kind form, version or custody
    public static CustodyLog read(byte[] content) throws BundleFailure {
        TagLines read = TagLines.read(NAME, content, Limits.FILE);
        checkHead(read.lines());
        List<CustodyLine> lines = read.each(FIRST_LINE, CustodyLine::read, CustodyLine::text);
        try {
            return new CustodyLog(lines);
        } catch (Flawed flawed) {
            throw flawed.in(NAME, FIRST_LINE);
        }
    }

    private static void checkHead(List<String> lines) throws BundleFailure {
        String head = lines.isEmpty() ? "" : lines.getFirst();
        try {
            CustodyLine.checkVersion(head.split("\t", -1)[0]);
            Flawed.when(!head.equals(HEAD), Failure.LINE_MALFORMED);
        } catch (Flawed flawed) {
            throw flawed.in(NAME, 1);
        }
    }

    /// What was read gives the bytes it was read from.
    public byte[] bytes() {
        return TagLines.bytes(
                Stream.concat(Stream.of(HEAD), lines.stream().map(CustodyLine::text)).toList());
    }
}
