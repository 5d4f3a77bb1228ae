package org.watchword.desk.ledger;

/// What came of opening a compartment.
public sealed interface Entered {
    /// Its owner closes it with the request.
    record Open(OpenCompartment compartment) implements Entered {}

    record Shut(ShutOut why) implements Entered {}
}
