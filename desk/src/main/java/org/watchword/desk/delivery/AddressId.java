package org.watchword.desk.delivery;

/// The number of one address of one person on one channel. It is never given twice.
public record AddressId(long value) {
    @Override
    public String toString() {
        return "address-" + value;
    }
}
