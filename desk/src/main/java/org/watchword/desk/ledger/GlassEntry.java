package org.watchword.desk.ledger;

import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.CaseCompartment;

/// An entry that lies behind glass, and where.
public record GlassEntry(CaseCompartment place, EntryId entry) {}
