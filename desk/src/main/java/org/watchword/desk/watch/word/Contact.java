package org.watchword.desk.watch.word;

import org.watchword.desk.basis.Language;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.watch.CodenameId;

/// Where a code-name can be reached.
///
/// @param address empty when it cannot be read
public record Contact(
        long id, CodenameId codename, ChannelId channel, Language language, String address) {
    @Override
    public String toString() {
        return "contact-" + id;
    }
}
