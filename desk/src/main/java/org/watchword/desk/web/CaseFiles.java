package org.watchword.desk.web;

import org.watchword.desk.basis.CaseKeys;

/// Whether somebody's case files are open to this request.
public sealed interface CaseFiles {
    /// Without the passphrase nothing opens them.
    record Shut() implements CaseFiles {}

    /// These keys open them, for as long as the request lasts.
    record Open(CaseKeys keys) implements CaseFiles {}
}
