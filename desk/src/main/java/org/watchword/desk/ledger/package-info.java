/// The ledger: who belongs to the organisation, who reads in which compartment of which case, and
/// what was written there.
///
/// ## What it promises
///
/// - Public keys come from the membership chain and from nowhere else. It is verified at the start;
///   afterwards only committed statements lengthen it. When it does not verify, nothing of a case
///   is read or written, and the watch goes on.
/// - A statement stands, with the keys that are given and taken with it, or nothing does.
/// - An entry is verified before it is written and after it is read: bytes, key, place, author.
///   What fails is shown as there, with the reason, and never in part.
/// - What a member verified he need not verify again: it is sealed under his own key, bound to the
///   rows it was made of, and told to nobody else. What does not fit is verified anew.
/// - Whoever ceased to be a member, or is shut out, is served nothing from the commit on, not even
///   what was being opened for him.
/// - Anybody adds with public keys alone; the desk itself only what is on its closed list, shown as
///   written by the desk, unattended.
/// - Moving slots to the epoch of now may end anywhere, and goes on from there. It takes the keys
///   of that compartment only.
/// - An entry behind glass opens for a named holder together with the desk, with no member there,
///   and only after who, what for and why stands in the compartment.
/// - An entry that was erased opens for nobody, and is remembered by nobody. Its leaf stays, and an
///   entry says who erased it.
///
/// ## What it must not know
///
/// What an entry says; names: an account is a number. The watch. Whose session it is: keys come in
/// as values, for the time of a request. Whether statements or entries were cut off at their end by
/// who has the watch key and writes rows: the tree and its witnesses will.
///
/// ## The tables
///
/// ```
/// organisation (one row)   organisation ▣ fingerprint ▣ head ▣
/// statement                number, statement ▣            the chain
/// founding_statement       number, statement ▣            its beginning, while founders sign
/// half_signed              id, statement ▣                what waits for a second signature
/// known_key                account, keys ▣ on_paper ▣     read out; nobody seals to them
/// compartment              id, place #                    case and compartment, hashed
///   ├─ epoch_slot          epoch, member #, slot          the key of an epoch, for one member
///   ├─ snapshot            member #, stretch, sealed      what a member verified, for himself
///   ├─ entry               number, epoch, id, leaf, sealed, erased_by
///   ├─ entry_slot          entry, epoch, kind, slot       the key of an entry, for an epoch
///   ├─ enclosure           entry, number, sealed          a file beside it, its key in the entry
///   └─ glass_slot          entry, holder #, two halves    the same, for a holder and the desk
///
/// ▣ sealed under the watch key   # keyed hash
/// ```
///
/// ## The life of one entry
///
/// ```
/// member: OpenCompartment.write ─▶ signed, sealed, settled slot ┐
/// anybody, the desk: Additions  ─▶ signed, sealed, inbound slot ┤ opened once more
///                                                               ▼
///                          a turn: still the epoch? may its author? ─ no ─▶ made anew, or refused
///                                                               ▼
///                                                       entry, entry_slot
///                                                               │
///      OpenCompartment.after ◀── slot ─▶ data key ─▶ EntryOpener ─▶ author by Past ─▶ ReadEntry
///        │                                                      │
///        └─ PageReading: what his snapshots tell (Remembered) is not opened; signatures of a page
///           are verified together; what was opened is sealed into new snapshots, written after
///           the page, if the rows are still the same
///                                                               │
///      Settling, at a member's sign-in: inbound, or of an older epoch ─▶ settled, of this one
///        └─▶ Moving, with the epochs' keys alone: it may go on as a job
///                                                               │
///      OpenCompartment.erase: slot, bytes, all snapshots and the files beside it go, leaf stays,
///                             an entry `erased` says so
/// ```
///
/// ## The life of one removal
///
/// ```
/// Compartments.remove ─▶ Draft: `removed`, signed by who has authority
///                              `next-epoch`, signed by the desk: a pair drawn, sealed, forgotten
///                         ─▶ one turn: both stand; his epoch slots go, the others' come
///                         ─▶ re-key pending, until Settling has moved every older slot
/// ```
///
/// ## The life of one use behind glass
///
/// ```
/// Glass.write ─▶ a member has the key of his entry in hand ─▶ halves for each holder, drawn now
///             ─▶ one turn: the entry, its files, the halves, what is to stand with them (Along)
/// Glass.open ─▶ the holder's half ─▶ DeskHalves.after: one turn ─▶ in force? the same halves?
///                                                     │ GlassReason: may it be? who, why, told
///                                                     │ the desk's entry `glass-used`
///                                                  commit ─▶ the desk's half ─▶ key ─▶ entry
/// Settling ─▶ GlassAnew: new halves in the place of used ones
/// ```
///
/// What people see of who belongs, and do at a sign-in, is in `ledger.belonging`.
///
/// Formats: `docs/formats/entry.md`, `slots.md`, `membership.md`, `marks.md`; why it is so:
/// `docs/decisions/0090` to `0092`, `0096`, `0097`, `0100`, `0105`, `0106`, `0111`.
@NullMarked
package org.watchword.desk.ledger;

import org.jspecify.annotations.NullMarked;
