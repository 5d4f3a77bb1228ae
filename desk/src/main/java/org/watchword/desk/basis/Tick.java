package org.watchword.desk.basis;

/// One line of "Before the first night": something that must hold before a night is trusted to the
/// desk, looked at just now.
///
/// @param id a fixed short name, such as `people-rung`, by which the lines are ordered
/// @param well it holds
/// @param says how it is, and while it does not hold, what to do
/// @param path the page on which that is done
public record Tick(String id, boolean well, Sentence says, String path) {}
