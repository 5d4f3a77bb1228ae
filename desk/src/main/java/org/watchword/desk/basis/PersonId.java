package org.watchword.desk.basis;

/// The number of a member of the team, given by the desk. It says nothing about the person.
public record PersonId(long value) {
    @Override
    public String toString() {
        return "person-" + value;
    }
}
