package org.watchword.desk.cli.seal;

import java.nio.file.Path;
import java.util.Optional;

/// From where to where.
///
/// @param from empty for what comes in through the pipe
/// @param to empty for the pipe out
/// @param over whether a file that is there may be replaced
public record Place(Optional<Path> from, Optional<Path> to, boolean over) {}
