package org.watchword.desk.store;

/// Room on the disk that is held while all is well and given up when the disk is full, so that an
/// answer to an alarm can still be written.
public interface Reserve {
    /// Takes the room, unless it is held already.
    ///
    /// @return whether it is held now
    boolean hold();

    /// Gives the room up.
    void release();
}
