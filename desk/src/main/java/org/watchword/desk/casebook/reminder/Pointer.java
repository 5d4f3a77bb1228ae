package org.watchword.desk.casebook.reminder;

import org.watchword.desk.ledger.EntryAt;
import org.watchword.desk.watch.timer.TimerId;

/// Which entry a timer is for.
public record Pointer(TimerId timer, EntryAt entry) {}
