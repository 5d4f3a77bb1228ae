package org.watchword.formats.membership;

import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;

/// A compartment and the case in which it is.
public record CaseCompartment(CaseId ofCase, CompartmentId compartment) {}
