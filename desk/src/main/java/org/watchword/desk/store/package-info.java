/// Keeps rows, and knows not one word of what they mean.
///
/// One file of SQLite, many readers, one writer: rooms hand pieces of work to the {@link Writer},
/// which commits them together, one transaction per turn, and only then lets any of them answer.
/// The tables belong to the rooms; their migrations lie in `resources/migrations`.
@NullMarked
package org.watchword.desk.store;

import org.jspecify.annotations.NullMarked;
