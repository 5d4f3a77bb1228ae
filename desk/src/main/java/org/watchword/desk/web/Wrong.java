package org.watchword.desk.web;

import java.util.List;
import org.watchword.desk.basis.Sentence;

/// What is wrong in a field of a form, for the summary above it and the line at the field.
///
/// @param field the id of the field, to which the summary leads
public record Wrong(String field, Sentence why) {
    /// What is wrong with that field; an empty list when nothing is.
    public static List<Sentence> at(String field, List<Wrong> wrong) {
        return wrong.stream().filter(w -> w.field().equals(field)).map(Wrong::why).toList();
    }
}
