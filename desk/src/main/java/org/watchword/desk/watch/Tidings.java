package org.watchword.desk.watch;

import java.util.List;

/// What has come since an alarm was raised, as far as its messages say so.
///
/// @param drill it is a drill, and every message says that first
/// @param doNotCall nobody calls back; then nothing else of all this is said
/// @param toLead the receiver leads cases
/// @param late of whom a late word came
/// @param ofSeveral whether it must be said of whom
/// @param contact a word came that proves nothing
record Tidings(
        boolean drill,
        boolean doNotCall,
        boolean toLead,
        List<Who.Named> late,
        boolean ofSeveral,
        boolean contact) {
    static final Tidings NONE = new Tidings(false, false, false, List.of(), false, false);
}
