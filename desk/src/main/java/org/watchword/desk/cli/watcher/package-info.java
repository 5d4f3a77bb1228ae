/// A watcher: a small process on a spare box that hears the heartbeats of one desk and rings when
/// they cease. It is this program without a desk: no database, no page, no account.
///
/// ```
/// watcher.yaml   whom it watches, where it listens, whom it rings over what
/// watcher.key    its own key: the desk knows by it that its heartbeats are taken
/// status         what it knows, written whole after every heartbeat
/// lock           held while it runs
/// ```
///
/// It promises what {@link org.watchword.desk.partner} promises of a partner, prints a line for
/// each change, and takes no heartbeat that it could not keep: the desk then shows that nobody
/// watches it.
@NullMarked
package org.watchword.desk.cli.watcher;

import org.jspecify.annotations.NullMarked;
