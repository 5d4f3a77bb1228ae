package org.watchword.desk.basis;

import org.watchword.formats.slot.AccountKeys;

/// The way to the keys of somebody whose case files are open, good for one request: what the desk
/// keeps of them is sealed under what only the browser brought. A room takes it from the visit,
/// opens it in a `try` around its work, and keeps nothing.
@FunctionalInterface
public interface CaseKeys {
    /// The account's keys; the caller closes them. Opening them is a sign of life of the case
    /// session.
    AccountKeys open();
}
