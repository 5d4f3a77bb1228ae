package org.watchword.desk.cli;

/// What somebody who begins a desk answered.
///
/// @param founders how many codes are made
public record Answers(Settings settings, int founders) {}
