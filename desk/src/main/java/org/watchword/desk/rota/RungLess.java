package org.watchword.desk.rota;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Compares who is on duty before and after a change of the rota by who is rung.
///
/// Where nobody is on duty any more everybody who holds the role is rung: that is not less. Where
/// somebody comes in another's place, and the desk can ring that one, it is not less either.
record RungLess(RotaTools tools, Handle handle, RoleId role) {
    boolean anywhere(List<Segment> before, List<Segment> after) {
        Set<PersonId> holders =
                tools.people().actingPeople(handle).stream()
                        .filter(person -> person.roles().contains(role))
                        .map(Person::id)
                        .collect(Collectors.toSet());
        return before.stream()
                .anyMatch(was ->
                        after.stream()
                                .filter(is -> is.time().touches(was.time()))
                                .anyMatch(is -> less(was.people(), is.people(), holders)));
    }

    private boolean less(List<PersonId> was, List<PersonId> is, Set<PersonId> holders) {
        List<PersonId> missing = without(was, is);
        if (is.isEmpty() && holders.containsAll(missing)) {
            return false;
        }
        return without(is, was).size() < missing.size();
    }

    /// Those of the one that the other lacks, as far as the desk can ring them.
    private List<PersonId> without(List<PersonId> one, List<PersonId> other) {
        var rest = new ArrayList<>(one);
        rest.removeAll(other);
        rest.removeIf(person -> !tools.canBeRung(handle, person));
        return rest;
    }
}
