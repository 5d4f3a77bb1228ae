/// Who belongs, as people see it: the founding, the fingerprint on paper, letting somebody in after
/// comparing words aloud, shutting out, and what settles when somebody opens his case files.
///
/// It promises that nobody signs anything but what stood on the page that he pressed on; that every
/// refusal of the chain is said in a sentence with what to do next; that a page changes nothing,
/// and no press keeps anybody waiting for all that there is to settle; that whatever goes wrong
/// here keeps nobody from signing in.
///
/// It must not know what cases and compartments are called: it counts them. It has no tables; what
/// waits lies in those of the ledger.
///
/// ```
/// files opened ─▶ AtSignIn ─┬─ his public keys are made known, once
///                           ├─ invited? `accepted`, signed by him
///                           └─ some pieces of Settling ─ more left? ─▶ SettlingJob
///
/// first founder ─ compares ─▶ Foundation.begin ─▶ each other one ─ compares ─▶ sign ─▶ chain
///                                                                                        │
/// everybody writes the fingerprint down ◀────────────────────────────────────────────────┘
///
/// member ─ invites ─▶ accepted at his sign-in ─ a colleague compares ─▶ confirmed
///
/// member, from any session ─┐
/// code on a shift sheet ────┴─▶ suspended, signed by the desk ─ two lift it ─▶ confirmed
/// ```
@NullMarked
package org.watchword.desk.ledger.belonging;

import org.jspecify.annotations.NullMarked;
