/// The membership chain, version 1: who belongs to an organisation, and who reads in which
/// compartment. A list of signed statements, each naming the hash of the one before.
///
/// ```
/// Founding ◀─ FoundingSigned ◀─ Invited ◀─ Accepted ◀─ Confirmed ◀─ Opened ◀─ Added ◀─ …
///    │            a Link: organisation, number, before, time, Statement
///    │            a SignedLink: the Link and the signatures over it
///    ▼
/// fingerprint, a ChainHead, on paper
///
/// SignedLink ─▶ Membership.follow ─▶ Link ─▶ fits here? ─▶ Signers hold? ─▶ Rules ─▶ Membership
///                                      └──────── or a MembershipFailure ────────┘
/// ```
///
/// Life of one: {@link Membership#next} gives the place, {@link Link#signedBy} and {@link
/// SignedLink#andBy} the signatures, {@link Membership#follow} what then holds. When another came
/// first it is `OVERTAKEN`, and made anew from `next`.
///
/// It promises: keys that come out were shown by who has them, confirmed by somebody in force, and
/// lead back to a founding whose fingerprint the reader brought; who writes rows, and has none of
/// the keys, changes nothing of it. It must not know names, rows, sessions or the time: whether a
/// chain was cut off at its end, who keeps heads elsewhere sees. What others need to read it:
/// `docs/formats/membership.md`; why it is so: `docs/decisions/0085` and `0086`.
@NullMarked
package org.watchword.formats.membership;

import org.jspecify.annotations.NullMarked;
