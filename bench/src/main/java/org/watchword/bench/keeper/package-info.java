/// Systems that keep timers, each opened the same way for one round: the desk, by its rooms and at
/// its quiet door, and its peers.
///
/// What is compared is said by {@link org.watchword.bench.keeper.Peer}: what one check-in is for
/// each, and what an alarm. Nothing here measures; it must not know goals or reports.
@NullMarked
package org.watchword.bench.keeper;

import org.jspecify.annotations.NullMarked;
