package org.watchword.formats.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One event in the custody of one item, bound to the line before it as Haber and Stornetta's
/// linked time-stamps are: whoever keeps the checksum of a line keeps that of all before it.
///
/// @param item the checksum of its octets, by which it stands in the manifest too
/// @param number of the item's lines, counted from 1
/// @param before the checksum of the item's line before this one; the first has none
public record CustodyLine(
        Checksum item, int number, Optional<Checksum> before, CustodyEvent event) {
    /// The names of the columns; the first is that of the version, which each line repeats, so that
    /// a line cannot be taken for anything else.
    static final List<String> COLUMNS =
            List.of(
                    "custody-line/1",
                    "item",
                    "number",
                    "before",
                    "at",
                    "by",
                    "deed",
                    "with",
                    "note");

    /// Where there is nothing to say.
    static final String NONE = "-";

    private static final String FAMILY = "custody-line/";
    private static final String BETWEEN = "\t";

    /// A spreadsheet would calculate what begins so.
    private static final String FORMULA = "=+-@";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /// @throws IllegalArgumentException when it could be no line of any item
    public CustodyLine {
        checkItem(item);
        before.ifPresent(CustodyLine::checkItem);
        Flawed.when(number < 1 || before.isPresent() != number > 1, Failure.LINE_MALFORMED);
    }

    /// Where an item comes from.
    public static CustodyLine first(Checksum item, CustodyEvent event) {
        return new CustodyLine(item, 1, Optional.empty(), event);
    }

    /// What was done to the same item next.
    public CustodyLine next(CustodyEvent then) {
        return new CustodyLine(item, number + 1, Optional.of(checksum()), then);
    }

    static void checkItem(Checksum item) {
        Flawed.when(item.algorithm() != ChecksumAlgorithm.SHA256, Failure.LINE_MALFORMED);
    }

    static void checkCell(String text) {
        Letters.line(text, Limits.TEXT);
        Flawed.when(FORMULA.indexOf(text.charAt(0)) >= 0, Failure.LINE_MALFORMED);
    }

    /// Of the whole line with its end: what the next one says was before it, and what a receipt
    /// shows.
    public Checksum checksum() {
        byte[] line = (text() + "\n").getBytes(StandardCharsets.UTF_8);
        return ChecksumAlgorithm.SHA256.of(line);
    }

    /// Without its end.
    String text() {
        return String.join(
                BETWEEN,
                COLUMNS.getFirst(),
                item.hex(),
                Integer.toString(number),
                before.map(Checksum::hex).orElse(NONE),
                event.at().toString(),
                event.by(),
                event.deed().word(),
                event.deed().with(),
                event.note().orElse(NONE));
    }

    static CustodyLine read(String line) {
        String[] cells = line.split(BETWEEN, -1);
        checkVersion(cells[0]);
        Flawed.when(cells.length != COLUMNS.size(), Failure.LINE_MALFORMED);
        Flawed.when(!NUMBER.matcher(cells[2]).matches(), Failure.LINE_MALFORMED);
        var event =
                new CustodyEvent(
                        time(cells[4]), cells[5], Deed.read(cells[6], cells[7]), said(cells[8]));
        return new CustodyLine(
                sha256(cells[1]),
                Integer.parseInt(cells[2]),
                said(cells[3]).map(CustodyLine::sha256),
                event);
    }

    static void checkVersion(String cell) {
        String ours = COLUMNS.getFirst();
        Flawed.when(!cell.startsWith(FAMILY), Failure.LINE_MALFORMED);
        Flawed.when(!cell.equals(ours), Failure.OTHER_CUSTODY_VERSION);
    }

    private static Optional<String> said(String cell) {
        return cell.equals(NONE) ? Optional.empty() : Optional.of(cell);
    }

    private static Checksum sha256(String cell) {
        return new Checksum(ChecksumAlgorithm.SHA256, cell);
    }

    private static Instant time(String cell) {
        try {
            return Instant.parse(cell);
        } catch (DateTimeParseException e) {
            throw new Flawed(Failure.LINE_MALFORMED);
        }
    }
}
