package org.watchword.story.script;

import org.watchword.desk.basis.Sentence;

/// What is wrong in a story file, and in which line.
public record Mistake(int line, Sentence what) {}
