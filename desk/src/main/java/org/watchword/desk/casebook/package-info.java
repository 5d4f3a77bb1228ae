/// The casebook: cases by code-name, what was written in them, and who reads where.
///
/// ## What it promises
///
/// - A case is shown to who reads in a compartment of it, and of the case those compartments: of
///   any other neither its name nor that it is there.
/// - What a case and its compartments are called stands in sealed entries and nowhere else; no
///   address and no title holds it.
/// - A page reads as many entries as it shows, and the list of cases the first and the last of each
///   compartment. What its reader verified before the ledger does not open again.
/// - An entry that does not open or verify is shown as there, with the reason.
/// - What somebody typed is written into the compartment that he chose, or it is on the page that
///   he gets back: also when he is not let in any more.
///
/// ## What it must not know
///
/// Keys beyond a request; how entries are sealed. Cases ask nothing of the watch but to ring a
/// timer, by the room `casebook.reminder`: a code-name of the one and of the other are two things.
/// It has no table.
///
/// ## The life of one case
///
/// ```
/// /cases/new ─▶ ledger: `opened`, `added` …         a compartment, its readers
///            ─▶ an entry `compartment-opened`       its name and the case's code-name
///                     │
///      Reading ◀──────┘ the first such entry by who read there, for each compartment of mine
///         │
///         ├─ OneCase: id, OwnCompartment …          /cases
///         └─ Timeline: the last entries of all of them, by number        /cases/{id}
///                     │
///       note ─▶ OpenCompartment.write ─▶ kept, or the text comes back with the reason
/// ```
///
/// What entries say: `docs/formats/case.md`; why it is so: `docs/decisions/0098` and `0099`.
@NullMarked
package org.watchword.desk.casebook;

import org.jspecify.annotations.NullMarked;
