/// Reads a story file: what it holds as records, and every mistake in it as a line and a sentence.
///
/// {@link StoryFile#read} gives a {@link Story} or the list of mistakes; nothing in between. The
/// format is written down in `docs/formats/story.md`. A file becomes {@link Located} pieces that
/// remember their line, then the rooms of the story (its people, ladders, steps), each read by a
/// class of its own through {@link Block}, which refuses keys it does not know.
///
/// It must not know a desk, a clock or a network: a story is only read here.
@NullMarked
package org.watchword.story.script;

import org.jspecify.annotations.NullMarked;
