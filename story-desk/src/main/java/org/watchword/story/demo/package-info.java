/// The demo: a desk of invented people to look at and try, and its guide.
///
/// A {@link Stage} is a real desk process with real mail servers and a story to play on it. {@link
/// StartPage} draws it: the chapters, the people, their telephones with what arrived on them.
/// {@link StartServer} serves that page on this machine alone. Chapters are data: they are named in
/// the story, and the {@link Guide} beside it tells about them.
///
/// The one-press sign-ins are real sign-ins over the desk's own forms; the desk has no door for
/// them, and nothing here is reachable from the desk's own program.
@NullMarked
package org.watchword.story.demo;

import org.jspecify.annotations.NullMarked;
