/// The program: puts the rooms together and runs them.
///
/// `Wiring` is the one place that reads the clock, the environment and the disk's layout and picks
/// an implementation for each port. {@link Surroundings} is what somebody further out, a story or a
/// test, may put in its place. {@link OwnMemory} closes the program's memory before a key is read,
/// {@link Sweep} hands unused memory back while a desk runs.
@NullMarked
package org.watchword.desk;

import org.jspecify.annotations.NullMarked;
