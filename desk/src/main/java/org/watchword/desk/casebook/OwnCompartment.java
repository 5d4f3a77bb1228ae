package org.watchword.desk.casebook;

import java.util.Optional;
import org.watchword.desk.ledger.Compartments;
import org.watchword.formats.membership.CaseCompartment;

/// A compartment of somebody who is a member of it.
record OwnCompartment(CaseCompartment place, Label label, Compartments.Standing standing) {
    Optional<Label.Opened> opened() {
        return label instanceof Label.Opened opened ? Optional.of(opened) : Optional.empty();
    }

    Optional<String> name() {
        return opened().map(Label.Opened::name);
    }

    /// In the order in which they were named; those without a name last.
    long order() {
        return opened().map(Label.Opened::number).orElse(Long.MAX_VALUE);
    }
}
