package org.watchword.desk.web;

import java.util.Optional;

/// The port by which a listener tells broken surroundings from a broken program, so that people
/// read "the disk is full, nothing was saved" and not "the desk could not do this".
@FunctionalInterface
public interface Outages {
    /// Which outage this failure tells of; empty when it is none.
    Optional<Outage> told(Throwable failure);

    /// The same of a failure and of what caused it.
    default Optional<Outage> in(Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            Optional<Outage> told = told(at);
            if (told.isPresent()) {
                return told;
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    /// What stands in the way.
    enum Outage {
        DISK_FULL,
        BUSY,
        OTHER
    }
}
