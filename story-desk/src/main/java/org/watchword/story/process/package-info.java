/// A desk in a process of its own, with its clock and faults in hand.
///
/// {@link DeskProcess} starts and kills the process that {@link StoryDesk} runs in, and speaks with
/// it over the pipe of its standard input and output, line by line: the pipe is the only way to the
/// clock and the faults, and the desk ends itself when it closes. The directory carries the file
/// `story`, which a desk in earnest refuses.
///
/// ```
/// runner → desk    found {…}   start   look   hop MILLIS   skew MILLIS   disk full|mends   quit
/// desk → runner    ready PORT   done   busy N due MILLIS|none   wrong WORDS
/// ```
///
/// The story's time is the clock on the wall plus an offset, kept in the file `story-clock` so that
/// it survives a kill. The runner moves the offset from one due instant to the next.
@NullMarked
package org.watchword.story.process;

import org.jspecify.annotations.NullMarked;
