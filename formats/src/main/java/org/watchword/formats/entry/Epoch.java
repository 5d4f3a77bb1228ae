package org.watchword.formats.entry;

import org.watchword.formats.cbor.CborWriter;

/// A compartment between two changes of who is in it.
///
/// @param ofCase in which the compartment is
/// @param number counted from 0
public record Epoch(
        OrganisationId organisation, CaseId ofCase, CompartmentId compartment, long number) {
    /// So that every language reads it as an exact number (RFC 8949, 3.4.2, names the reason).
    public static final long MOST = (1L << 53) - 1;

    static final int ITEMS = 4;

    public Epoch {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("no number of an epoch");
        }
    }

    void items(CborWriter into) {
        into.bytes(organisation.octets().bytes())
                .bytes(ofCase.octets().bytes())
                .bytes(compartment.octets().bytes())
                .number(number);
    }

    /// `[organisation, case, compartment, epoch]`.
    public void write(CborWriter into) {
        items(into.array(ITEMS));
    }

    /// The same, alone.
    public byte[] bytes() {
        var into = new CborWriter();
        write(into);
        return into.written();
    }

    /// Whether both are of one compartment.
    public boolean isBeside(Epoch other) {
        return organisation.equals(other.organisation)
                && ofCase.equals(other.ofCase)
                && compartment.equals(other.compartment);
    }
}
