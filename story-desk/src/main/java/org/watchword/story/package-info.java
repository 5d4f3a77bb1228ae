/// Plays stories against a real desk, with clock and faults in hand; holds the demo. Nothing of it
/// is reachable from the desk's own program.
///
/// ```
/// script    a story file, read whole or answered with its mistakes
/// gateway   the far ends of channels, which can refuse, hang, swallow and garble
/// process   the desk in a process of its own, its clock and faults behind a pipe
/// visit     people before their screens: cookies, pages, forms
/// demo      the start page with drawn phones
/// torture   a desk that is killed again and again, and judged from outside
/// ```
///
/// The life of one step: {@link StoryDirector} lets the story's time come, breaks what `system`
/// says, {@link Deeds} lets somebody fill in the form that stands on the page, {@link Phones} lets
/// somebody answer with what stands in a message, and {@link Checks} looks, again and again while
/// the step is patient, whether each expectation holds. When the story is over, {@link Aftermath}
/// looks at what it left on the disk. It must not know how a room of the desk works: it knows
/// pages, messages, and (for the clock alone) when the next row falls due.
@NullMarked
package org.watchword.story;

import org.jspecify.annotations.NullMarked;
