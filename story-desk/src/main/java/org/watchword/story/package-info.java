/// Plays stories against a real desk, with clock and faults in hand; holds the demo. Nothing of it
/// is reachable from the desk's own program.
@NullMarked
package org.watchword.story;

import org.jspecify.annotations.NullMarked;
