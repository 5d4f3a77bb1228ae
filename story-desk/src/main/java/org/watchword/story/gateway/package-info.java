/// The far end of mail: real SMTP servers over TLS that can be made to misbehave.
///
/// Each {@link MailGateway} is a GreenMail server behind a {@link Front} that ends the TLS and
/// stages the faults: it refuses, says nothing, answers nonsense, or lets the server take a message
/// and drop it. What was delivered is kept with its instants, for expectations and for drawn
/// phones.
///
/// It must not know a story or a desk.
@NullMarked
package org.watchword.story.gateway;

import org.jspecify.annotations.NullMarked;
