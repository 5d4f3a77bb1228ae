/// Who belongs to the team, what their roles allow, and who is signed in.
///
/// ```
/// role ─── person_role ─── person ─┬─ slots (open for the passphrase; no hash of it exists)
///  capabilities                    ├─ second_factor (the last step used; its secret is in slots)
///                                  └─ session (a row a device; holds no key)
///                                      ┆  sign_in_delay (a name from a source, after wrong tries)
///                                      ├┄ case session (in memory, sealed under the cookie)
///                                      └┄ job (in memory, half an hour, with its own keys)
/// ```
///
/// It promises that an unknown name costs the same work, reads, writes and bytes as a wrong
/// passphrase; that nobody can lock anybody out; that a change of roles counts from the next
/// request on and leaving the team ends every session in the same turn; that somebody who may
/// change people is always left; that a restart ends no session and gives no new tries of a PIN,
/// and ends every case session and job; that a wrong code is answered like a wrong passphrase.
///
/// The life of a shift session: name and passphrase open a slot, a row is written and the cookie
/// set ({@link SignIn}, {@link Sessions}); a PIN is chosen; every deliberate request is a sign of
/// life; after fifteen minutes without one it is locked, and the PIN, or after five wrong ones the
/// passphrase, opens it again, with one press more if a higher room plugged in an {@link
/// AfterUnlock}; pages about people ask for the passphrase once more; after thirteen hours it is
/// over. A cookie is renewed at sign-in and when the passphrase replaces a used-up PIN.
///
/// The life of a case session: all that the slots ask for is given ({@link SignIn}); the account's
/// seed is sealed under the cookie and lies beside the session ({@link CaseSessions}); a request
/// with the cookie opens the keys for as long as it lasts; after fifteen minutes without that,
/// after eight hours, with a lock, a new cookie or a restart it is over, and the passphrase is
/// asked again. What opens an account changes in {@link OwnAccount}.
///
/// The life of a job: a room above hands in {@link JobWork} for somebody who just gave the
/// passphrase; {@link Jobs} has it do a piece at a time, whatever becomes of the browser; it ends
/// with its work, by a press of its owner, when his case files are shut everywhere, after half an
/// hour, with the desk, and its keys are zeroed on each of these ways.
///
/// Who is shut out from case files is let in nowhere here either: a room above says so, over {@link
/// Belonging}, which is also told when somebody opens case files. What it does then keeps nobody
/// from signing in. Whoever that room never let in is shut out by his row ({@link ShutOutByRow}).
///
/// Other rooms ask {@link People}. It must not know channels, shifts or alarms: who is on duty, and
/// so goes first in the line of passphrases, it is told.
@NullMarked
package org.watchword.desk.accounts;

import org.jspecify.annotations.NullMarked;
