/// The ground floor: what every room may use and nobody owns.
///
/// It holds ids, the clock that is handed in ({@link DeskClock}), the words of the screens ({@link
/// Words}, from one message file per room and language), the limits of every loop and field ({@link
/// Limits}), the hygiene of typed text ({@link CleanText}) and the ports by which a low room
/// reaches a higher one: {@link FieldSeal} and {@link KeyedHash} (the vault answers) and {@link
/// Notices} (the watch answers).
///
/// It must not know any other room, any table, any network.
@NullMarked
package org.watchword.desk.basis;

import org.jspecify.annotations.NullMarked;
