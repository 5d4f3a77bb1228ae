package org.watchword.desk.vault;

import com.ibm.icu.text.Normalizer2;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.watchword.desk.basis.Secret;

/// A passphrase as it is tried: NFKC, because two telephones write the same й in two ways. No
/// `String` is made of it, and what is made is zeroed.
final class NormalForm {
    private static final int MOST_BYTES_PER_CHARACTER = 3;

    /// A copy; the caller closes it.
    static Secret of(Secret passphrase) {
        char[] normal = characters(passphrase);
        var room = ByteBuffer.allocate(normal.length * MOST_BYTES_PER_CHARACTER);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal), room, true);
        byte[] bytes = new byte[room.flip().remaining()];
        room.get(bytes);
        Arrays.fill(room.array(), (byte) 0);
        Arrays.fill(normal, '\0');
        return new Secret(bytes);
    }

    /// The characters; the caller zeroes them.
    static char[] characters(Secret passphrase) {
        var typed = CharBuffer.allocate(passphrase.length());
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(passphrase.bytes()), typed, true);
        typed.flip();
        var normal = new StringBuilder(4 * passphrase.length() + 16);
        Normalizer2.getNFKCInstance().normalize(typed, normal);
        char[] characters = new char[normal.length()];
        normal.getChars(0, characters.length, characters, 0);
        for (int i = 0; i < normal.length(); i++) {
            normal.setCharAt(i, '\0');
        }
        Arrays.fill(typed.array(), '\0');
        return characters;
    }

    private NormalForm() {}
}
