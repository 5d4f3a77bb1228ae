/// Plays thousands of nights on the desk's own rooms, in one thread and by a seed that owns the
/// clock, the rows, the gateways, the people and the crashes.
@NullMarked
package org.watchword.story.simulation;

import org.jspecify.annotations.NullMarked;
