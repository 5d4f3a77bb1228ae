package org.watchword.desk.casebook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.watchword.formats.entry.CaseId;

/// A case, as far as one of its readers sees it.
///
/// @param compartments his, in the order in which they were opened
record OneCase(CaseId id, List<OwnCompartment> compartments) {
    OneCase {
        compartments =
                compartments.stream()
                        .sorted(Comparator.comparingLong(OwnCompartment::order))
                        .toList();
    }

    /// What `core` calls it for who reads there, and else the first of his; empty when none says.
    Optional<String> codeName() {
        return first(opened -> opened.name().equals(Vocabulary.CORE)).or(() -> first(_ -> true));
    }

    private Optional<String> first(Predicate<Label.Opened> which) {
        return compartments.stream()
                .flatMap(one -> one.opened().stream())
                .filter(which)
                .map(Label.Opened::codeName)
                .findFirst();
    }
}
