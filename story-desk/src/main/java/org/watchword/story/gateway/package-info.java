/// The far end of the channels: servers on this machine that can be made to misbehave.
///
/// Each {@link MailGateway} is a GreenMail server behind a {@link Front} that ends the TLS and
/// stages the faults: it refuses, says nothing, answers nonsense, or lets the server take a message
/// and drop it. What was delivered is kept with its instants, for expectations and for drawn
/// phones.
///
/// A {@link TelegramServer} speaks the methods of Telegram's Bot API that a desk uses, for one bot,
/// with the same faults and a token that can be revoked.
///
/// {@link Kannel} is Debian's kannel as children of this process; {@link KannelLine} is the network
/// behind it, on the line of its fake SMSC.
///
/// An {@link SmsGateway} speaks as kannel does, within this process. Whoever plays a story knows
/// all of them as {@link Gateway} only.
///
/// It must not know a story or a desk.
@NullMarked
package org.watchword.story.gateway;

import org.jspecify.annotations.NullMarked;
