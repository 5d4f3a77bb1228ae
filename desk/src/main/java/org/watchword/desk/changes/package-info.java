/// Changes that could silence somebody, kept until they count.
///
/// What adds a ring counts at once. What could silence (taking away an address, a longer wait,
/// another text, another rule) waits for a second person or for twenty-four hours; until then what
/// was and what is to be both ring. The rule begins with the first watch that was armed, and never
/// ends again.
///
/// **One change:** a page hands it to {@link org.watchword.desk.changes.Changes#ask} in a turn. It
/// is a kind and a few texts, sealed in `pending_change`; the room that it belongs to says how it
/// is read and how it is applied. Somebody else agrees, or anybody withdraws it, or its time comes:
/// whichever turn finds it waiting settles it, once. Applying is part of that turn, so a kill
/// leaves it either waiting or done. What no longer fits, because the thing has changed since,
/// lapses, and so does what somebody asked for alone who is shut out when its time comes. While it
/// must not be made just now (a word is due), it waits on.
///
/// It must not know who people are, nor what any change means.
@NullMarked
package org.watchword.desk.changes;

import org.jspecify.annotations.NullMarked;
