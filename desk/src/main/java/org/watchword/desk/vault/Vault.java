package org.watchword.desk.vault;

import java.security.SecureRandom;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.basis.Signer;

/// What the desk does with keys: seals fields and hashes names under the watch key, signs with
/// secrets it shares with others and for those who know its public key, writes what nobody who is
/// signed in writes, and opens slots with passphrases.
public final class Vault {
    private final FieldSeal fieldSeal;
    private final KeyedHash keyedHash;
    private final OwnKey ownKey;
    private final DeskWriting deskWriting;
    private final DeskHalves deskHalves;
    private final Slots slots;

    /// The key may be closed afterwards; the vault keeps what it derived from it.
    public Vault(WatchKey key, SecureRandom random) {
        this(key, random, () -> {});
    }

    /// The same where each thread that tries passphrases does something before anything else.
    public Vault(WatchKey key, SecureRandom random, Runnable atBirth) {
        this.fieldSeal = new SealedFields(key, random);
        this.keyedHash = new LookupHash(key);
        this.ownKey = new OwnSignatures(key);
        this.deskWriting = new DeskWriting(key, random);
        this.deskHalves = new DeskHalves(key, random);
        this.slots = new Slots(random, atBirth);
    }

    public FieldSeal fieldSeal() {
        return fieldSeal;
    }

    public KeyedHash keyedHash() {
        return keyedHash;
    }

    public Signer signer() {
        return new SharedSecretSigner();
    }

    public OwnKey ownKey() {
        return ownKey;
    }

    public DeskWriting deskWriting() {
        return deskWriting;
    }

    public DeskHalves deskHalves() {
        return deskHalves;
    }

    public Slots slots() {
        return slots;
    }
}
