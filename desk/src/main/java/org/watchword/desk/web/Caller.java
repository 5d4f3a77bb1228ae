package org.watchword.desk.web;

import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;

/// Who is behind a request, and in which state.
public sealed interface Caller {
    Language language();

    /// Whether somebody is here whose roles allow this.
    default boolean mayDo(String what) {
        return this instanceof Present present && present.may().contains(what);
    }

    /// Nobody has signed in on this device.
    record Nobody(Language language) implements Caller {}

    /// A session that waits for its PIN.
    record Locked(PersonId person, String name, Language language, String formToken)
            implements Caller {}

    /// Somebody is here. `may` names what the person's roles allow; `fresh` says that the
    /// passphrase was given within the last minutes; `files` whether the case files are open.
    record Present(
            PersonId person,
            String name,
            Language language,
            String formToken,
            Set<String> may,
            boolean fresh,
            CaseFiles files)
            implements Caller {
        /// The same caller, with case files open or shut.
        public Present with(CaseFiles others) {
            return new Present(person, name, language, formToken, may, fresh, others);
        }
    }
}
