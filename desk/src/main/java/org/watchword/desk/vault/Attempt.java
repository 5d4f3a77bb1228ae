package org.watchword.desk.vault;

/// Whose try this is, so that a flood of tries delays nobody else: one account's tries run one
/// after another, and of one source at most one of them waits.
///
/// @param account any number that stands for the account tried, existing or not
/// @param source where the try comes from, as far as that is known
/// @param first whether it goes before tries that are not
public record Attempt(long account, String source, boolean first) {}
