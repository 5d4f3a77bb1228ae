/// What entries of a case say: the body of an entry, by its type.
///
/// ```
/// compartment-opened   [1, name of the compartment, code-name of the case]
/// note                 [1, text]
/// reminder             [1, timer, [instant, …], text]
/// reminder-ended       [1, timer]
/// ```
///
/// It promises that one saying has one spelling, and that whatever is no such spelling is told from
/// a type that this version does not know: the first was never written by a program that keeps to
/// the page, the second may be of a later one. It must not know who may say what, in which order
/// entries came, or what a case is made of them: who reads them folds them.
///
/// What others need to read it: `docs/formats/case.md`.
@NullMarked
package org.watchword.formats.casefile;

import org.jspecify.annotations.NullMarked;
