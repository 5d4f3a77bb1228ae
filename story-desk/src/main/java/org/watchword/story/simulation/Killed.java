package org.watchword.story.simulation;

/// The process is gone: thrown at every seam from the kill on, so that nothing of that life reaches
/// the outside any more.
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
