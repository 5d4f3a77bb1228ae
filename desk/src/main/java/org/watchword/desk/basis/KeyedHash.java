package org.watchword.desk.basis;

/// A hash under the desk's key: finds a row by a name or address without keeping it readable.
/// Without the key nobody can try names against it.
public interface KeyedHash {
    /// 32 bytes; the same domain and value give the same bytes on the same desk.
    byte[] of(String domain, byte[] value);
}
