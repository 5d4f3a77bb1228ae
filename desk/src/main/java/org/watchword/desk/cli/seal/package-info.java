/// Files sealed and opened by hand, in the format of the program `age`, and keys made for it.
///
/// ```
/// seal:   whom (recipients | a passphrase) ─▶ Age.seal ─▶ [armor] ─▶ OutFile beside ─▶ its name
/// open:   identities | a passphrase ─▶ Age.open ─▶ OutFile beside ─▶ its name, once all was read
/// keygen: chance ─▶ a file of one identity, its recipient as a note
/// ```
///
/// It promises that what stands at the name of an output is whole and authenticated, that nothing
/// is written over unless that was said, that no secret is shown, and that each refusal says what
/// to do. It must not know a desk: these commands work on any machine. The cryptography is
/// `org.watchword.formats.age`.
@NullMarked
package org.watchword.desk.cli.seal;

import org.jspecify.annotations.NullMarked;
