package org.watchword.formats.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// ChaCha20-Poly1305 (RFC 8439) by the JDK, without associated data. One of these belongs to one
/// thread and is used again and again: making the cipher costs more than a small message.
public final class Chacha {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private final Cipher cipher;

    public Chacha() {
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
        }
    }

    /// Seals what is left of `clear`; `into` moves on behind the tag.
    public void seal(Key key, byte[] nonce, ByteBuffer clear, ByteBuffer into) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
            cipher.doFinal(clear, into);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 did not seal", e);
        }
    }

    /// Opens what is left of `sealed`; `into` moves on behind the clear bytes. False, with nothing
    /// written and both where they were, when the tag is wrong.
    public boolean open(Key key, byte[] nonce, ByteBuffer sealed, ByteBuffer into) {
        int from = sealed.position();
        int to = into.position();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
            cipher.doFinal(sealed, into);
            return true;
        } catch (AEADBadTagException e) {
            sealed.position(from);
            into.position(to);
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 did not open", e);
        }
    }

    /// One short message whole.
    public static byte[] seal(Key key, byte[] nonce, byte[] clear) {
        byte[] sealed = new byte[clear.length + TAG_BYTES];
        new Chacha().seal(key, nonce, ByteBuffer.wrap(clear), ByteBuffer.wrap(sealed));
        return sealed;
    }

    /// One short message whole; empty when the tag is wrong.
    public static Optional<byte[]> open(Key key, byte[] nonce, byte[] sealed) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        byte[] clear = new byte[sealed.length - TAG_BYTES];
        if (new Chacha().open(key, nonce, ByteBuffer.wrap(sealed), ByteBuffer.wrap(clear))) {
            return Optional.of(clear);
        }
        Arrays.fill(clear, (byte) 0);
        return Optional.empty();
    }
}
