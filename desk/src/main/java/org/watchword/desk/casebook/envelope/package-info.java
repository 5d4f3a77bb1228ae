/// The emergency envelope of a code-name: true name, address, health, the lawyer's authority, a
/// photo and a paper, for the one who hurries there at night.
///
/// ## What it promises
///
/// - It is sealed like every entry. Members of its compartment read it; beside them a few named
///   holders, each of them together with the desk, and only while an alarm of that code-name runs.
/// - Before it opens, who opens it in which alarm and why is kept, the team is told, and an entry
///   in the compartment says so: all in one turn of the writer, or it stays shut.
/// - In one alarm one holder opens it by a reason alone, and sees it again for a quarter of an
///   hour, after a crash too. Whoever comes later needs a reason of his own and a second person's
///   word.
/// - With the alarm's end it is shut, whatever time was left.
/// - Its files open with it and go with it. Of a picture nothing is kept but what is to be seen.
/// - Nothing of what it says stands in a log, a title, an address or a message.
///
/// ## What it must not know
///
/// How the halves of a key are joined: the room `ledger` does that. The watch does not know that
/// there are envelopes: this room stands in its places `alarm.beside` and `codename.beside`.
///
/// ## The tables
///
/// ```
/// envelope            code-name, lies ▣, filled_at      the newest one; which entry it is
/// envelope_opening    alarm, code-name, person, reason ▣, asked_at, agreed_by, agreed_at,
///                     opened_at, closes_at, shown
///
/// ▣ sealed under the watch key
/// ```
///
/// ## The life of one envelope
///
/// ```
/// case lead: FillingPages ─▶ Chosen: a photo, a paper, looked at (FileKind, BareJpeg, BarePng)
///                │           each sealed under a key of its own
///                └─▶ one turn: an entry `envelope` with those keys, its files, who holds it
///                    └ the one before it stays an entry; its files go, nobody holds it any more
/// alarm ─▶ AlarmBeside ─▶ OpeningPages: files open, passphrase fresh, a reason
///                               │
///                         one turn: alarm open? held? the first, or agreed to? ─ no ─▶ a sentence
///                               │ kept, told, `glass-used`
///                             commit ─▶ both halves ─▶ the entry ─▶ its files ─▶ the page
///                               └ killed here: "show it again", for a quarter of an hour
/// members' next sign-in ─▶ new halves
/// ```
///
/// Why it is so: `docs/decisions/0100` to `0102`, `0111`, `0112`.
@NullMarked
package org.watchword.desk.casebook.envelope;

import org.jspecify.annotations.NullMarked;
