package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;

/// The compartments of a case that a form offers, and the one that somebody chose there. Where he
/// may write in several, none is chosen for him: what stands in the wrong one is read by the wrong
/// people.
record WhereToWrite(Tools tools, OneCase of) {
    /// @param shown the compartments of the page
    /// @param chosen the address of one; empty for none yet
    List<CaseView.Choice> choices(
            List<Timeline.Source> sources, List<CaseView.Compartment> shown, String chosen) {
        List<String> open =
                sources.stream()
                        .map(one -> tools.addresses().of(one.compartment().place().compartment()))
                        .toList();
        boolean isOnly = open.size() == 1;
        return shown.stream()
                .filter(one -> open.contains(one.address()) && !one.isUnnamed())
                .map(one ->
                        new CaseView.Choice(
                                one.address(), label(one), isOnly || one.address().equals(chosen)))
                .toList();
    }

    private static String label(CaseView.Compartment one) {
        return (one.name().isEmpty() ? "?" : one.name())
                + " · "
                + String.join(", ", one.readers().stream().map(CaseView.Reader::name).toList());
    }

    /// Why nothing can be written where somebody chose; empty when it can be tried.
    Optional<Sentence> wrong(String chosen) {
        if (chosen.isEmpty()) {
            return Optional.of(Sentence.of("casebook.note.choose"));
        }
        Optional<OwnCompartment> where = tools.compartment(of, chosen);
        if (where.isEmpty()) {
            return Optional.of(Sentence.of("casebook.note.taken"));
        }
        return where.get().label() instanceof Label.Unnamed
                ? Optional.of(Sentence.of("casebook.unnamed"))
                : Optional.empty();
    }

    /// The one that was chosen, where nothing is wrong with that.
    OwnCompartment chosen(String chosen) {
        return tools.compartment(of, chosen).orElseThrow();
    }
}
