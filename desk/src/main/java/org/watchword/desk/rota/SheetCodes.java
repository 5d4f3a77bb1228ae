package org.watchword.desk.rota;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;

/// The single-use codes on shift sheets, for what must be done when nobody can sign in. What a code
/// does, and for whose sheets it does it, a room above decides.
///
/// A code is fifteen digits and kept nowhere: it is made of the sheet's number under the desk's
/// key. It is good for {@link #LASTS} after its sheet was made.
public final class SheetCodes {
    /// As long as the sheet says who is on duty.
    public static final Duration LASTS = Duration.ofHours(24);

    private static final String DOMAIN = "rota/sheet-code";
    private static final int DIGITS = 15;
    private static final int GROUP = 5;
    private static final BigInteger ALL = BigInteger.TEN.pow(DIGITS);

    private final Store store;
    private final Sheets sheets;
    private final KeyedHash hash;

    public SheetCodes(Store store, KeyedHash hash) {
        this.store = store;
        this.sheets = new Sheets(store);
        this.hash = hash;
    }

    /// The code on a sheet, in three groups of digits.
    public String on(long sheet) {
        return digits(sheet).replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1 ");
    }

    private String digits(long sheet) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(sheet).array();
        var drawn = new BigInteger(1, hash.of(DOMAIN, number)).mod(ALL);
        return ("%0" + DIGITS + "d").formatted(drawn);
    }

    /// The sheet whose code somebody typed; whatever stands between the digits does not matter.
    /// Empty when there is none, or it was used, or is too old.
    public Optional<Sheets.Sheet> good(Secret typed, Instant now) {
        try (var digits = new Secret(onlyDigits(typed.bytes()))) {
            return store.read(handle -> sheets.withCode(handle, now.minus(LASTS))).stream()
                    .filter(sheet ->
                            MessageDigest.isEqual(
                                    digits.bytes(),
                                    digits(sheet.number()).getBytes(StandardCharsets.US_ASCII)))
                    .findFirst();
        }
    }

    private static byte[] onlyDigits(byte[] typed) {
        byte[] digits = new byte[typed.length];
        int count = 0;
        for (byte one : typed) {
            if (one >= '0' && one <= '9') {
                digits[count++] = one;
            }
        }
        byte[] out = Arrays.copyOf(digits, count);
        Arrays.fill(digits, (byte) 0);
        return out;
    }

    /// Uses up the code of a sheet.
    ///
    /// @return false when it was used before
    public static boolean use(Turn turn, Sheets.Sheet sheet, Instant now) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE shift_sheet SET code_used_at = :now
                                WHERE id = :id AND code_used_at IS NULL\
                                """)
                        .bind("now", now.toEpochMilli())
                        .bind("id", sheet.number())
                        .execute()
                == 1;
    }

    /// Ends every code, as after a restore: whoever holds a sheet of before may be anybody.
    public static void startAfresh(Turn turn) {
        turn.handle()
                .execute(
                        "UPDATE shift_sheet SET code_used_at = made_at WHERE code_used_at IS NULL");
    }
}
