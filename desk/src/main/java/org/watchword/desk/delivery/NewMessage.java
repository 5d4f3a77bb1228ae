package org.watchword.desk.delivery;

import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;

/// A message to be posted.
///
/// @param key names the message for ever: posting the same key again posts nothing
/// @param concerning what it is about, opaque to this room, such as `alarm-12`
/// @param address whom and where, as {@link Addresses} gives it
/// @param language the receiver's, for the label of a repeat
/// @param text with its gaps filled by {@link MessageText}
public record NewMessage(
        String key,
        String concerning,
        PersonId person,
        Address address,
        Language language,
        MessageText.Filled text,
        Urgency urgency) {}
