/// Reaches people over channels, and takes in what they answer. It knows people only by number and
/// nothing of what a message is about: `concerning` is a word it was given and gives back.
///
/// ## What it promises
///
/// - A message posted in a turn leaves if that turn is kept, and does not if it is not; the same
///   key never leaves twice silently.
/// - What may have gone out twice says so, in the receiver's language.
/// - A channel that refuses, falls silent or talks nonsense holds up no other channel, and a
///   message that hangs holds up no other message of its channel, short of the bounded number that
///   may be with a gateway at once.
/// - What comes in is durable before its gateway is told so, and of a flood from one sender at
///   least what somebody recognises.
/// - An address is rung only after its owner has proved it.
/// - No limit delays a first ring.
/// - Nothing a gateway says is stored or logged: a {@link Reason} from a closed list stands for it.
///
/// ## What it must not know
///
/// Alarms, ladders, code-names, rotas; the vault (it seals through the ports of `basis`); people's
/// names (its pages ask {@link Names}).
///
/// ## The tables
///
/// ```
/// channel ──< address          message                      inbound        template
/// label ▣     person           key, concerning, person      channel        kind
/// kind        channel          channel, address, language   person         language
/// settings ▣  address ▣ #      state, reason, attempts      sender ▣       subject ▣
/// position    position         times, gateway id #          text ▣         text ▣
/// active      proof: when,     urgency, parts               state          (the team's own
///             how often        subject ▣, text ▣            shortened       wording)
///
/// address_request (person, channel, when)       receipt (gateway id #, arrived or lost)
/// ```
///
/// ▣ is sealed for its place, # is kept as a keyed hash.
///
/// ## The life of one message
///
/// ```
///  post ──▶ queued ──take──▶ sending ──▶ sent ──told by hand, receipt──▶ delivered
///             │  ▲              │           └──receipt: lost──▶ failed
///             ▲                 │
///             │◀──refused───────┤  again after 5, 10, 20, 40, 60 s, or at once
///             │                 │  when the channel is back
///          repeat ◀──unsure─────┤  may have gone out: the next try is labelled
///             ▲                 ├──▶ failed      nothing helps, or tried too often
///             └──found at start─┘
///  withdraw: queued, repeat (and sent, on paper) ──▶ withdrawn
/// ```
///
/// {@link Outbox#post} inserts the row in the turn of whoever decides; after the commit the {@link
/// Couriers} wake the {@link Courier} of that channel. It commits `sending` in a turn of its own
/// ({@link Handover}), and only then is the {@link Channel} given the text, on a thread of its own.
/// What it came to is stored in the turn in which {@link Outcomes} is told, so that both are kept
/// or neither. A kill at any point leaves a row that says what to do next: `queued` and `repeat` go
/// out at the start, `sending` becomes `repeat`.
///
/// ## The kinds, and how what people write gets in
///
/// ```
/// MailKind      SMTP out        IMAP, where it is set: MailEar fetches
/// SmsKind       HTTP out        posted to GatewayDoor, taken by SmsDoor
/// TelegramKind  Bot API out     TelegramEar asks for it, or it is posted to GatewayDoor
/// WebhookKind   signed, out     nothing comes in
/// PaperKind     told by hand    a colleague writes it down
/// ```
///
/// SMS knows no gateway by name: a {@link GatewayFile} says how one is spoken to, a {@link
/// GatewayCall} fills its gaps and reads its answers, and {@link SmsDoor} takes what it brings.
///
/// What is no first ring may have to wait for its channel's {@link HourlyLimit}. What a gateway
/// tells later comes in at {@link GatewayDoor} and goes by the channel to {@link Receipts}; what
/// people write goes the same way into the {@link InboundBox}, where {@link Proofs} and {@link
/// AddressRequests} are asked before the rooms above.
///
/// Whether the channel is alive follows from its probes and from what its messages came to ({@link
/// Pulse}); this is kept in memory only, because after a start nothing is known. When it failed and
/// for how long is kept for a statistic ({@link OutageLog}). Whether it swallows follows from the
/// rows ({@link Traffic}).
@NullMarked
package org.watchword.desk.delivery;

import org.jspecify.annotations.NullMarked;
