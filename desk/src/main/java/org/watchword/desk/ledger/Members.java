package org.watchword.desk.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Link;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// Who belongs to the organisation. Each of these is a statement in the chain; what follows from it
/// for compartments, keys taken away and epochs made, follows in the same turn.
public final class Members {
    private final Statements statements;

    Members(Statements statements) {
        this.statements = statements;
    }

    /// Begins the chain, with a number of the organisation that is drawn now.
    ///
    /// @param founders in rising order
    /// @param by one of them
    public Appended found(List<Statement.Founder> founders, AccountKeys by) {
        byte[] organisation = new byte[OrganisationId.BYTES];
        statements.random().nextBytes(organisation);
        var link =
                Link.founding(
                        new OrganisationId(Octets.of(organisation)),
                        statements.now(),
                        new Statement.Founding(founders));
        return statements.found(link.signedBy(by.signing()));
    }

    /// Says something about somebody, signed by all of these; what names the desk's own key, by the
    /// desk too.
    ///
    /// @throws IllegalArgumentException for a statement that goes with keys, or begins the chain:
    ///   those have methods of their own
    public Appended says(Statement what, AccountKeys... by) {
        onlyOfPeople(what);
        List<SigningKey> keys = Arrays.stream(by).map(AccountKeys::signing).toList();
        return statements.attempt(
                Lane.ORDINARY,
                membership -> {
                    Link link = membership.next(what, statements.now());
                    return new Draft(membership).says(withTheDesk(Statements.signed(link, keys)));
                });
    }

    /// Takes a statement that several signed, one after the other, each in a session of his own.
    ///
    /// @throws IllegalArgumentException as {@link #says}
    public Appended takes(SignedLink signed) {
        return takes(signed, turn -> {});
    }

    /// @param also what is done in the same turn
    Appended takes(SignedLink signed, Consumer<Turn> also) {
        onlyOfPeople(signed.link().says());
        SignedLink whole = withTheDesk(signed);
        return statements.once(
                Lane.ORDINARY, membership -> new Draft(membership).says(whole).with(also));
    }

    /// The same, signed by a colleague: while the desk has no key of its own.
    public Appended shutOut(AccountNumber account, AccountKeys by, Consumer<Turn> also) {
        List<SigningKey> signing = List.of(by.signing());
        return statements.attempt(
                Lane.FIRST,
                membership ->
                        statements
                                .draft(membership, new Statement.Suspended(account), signing)
                                .with(also));
    }

    private SignedLink withTheDesk(SignedLink signed) {
        boolean namesIt = signed.link().says().equals(deskKey());
        return namesIt ? statements.desk().named(signed) : signed;
    }

    /// The statement that names the desk's key; two sign it.
    public Statement deskKey() {
        return new Statement.DeskKey(statements.desk().author());
    }

    /// Shuts somebody out, signed by the desk for whoever asks it to: no case key is needed. It is
    /// done on a full disk, too.
    public Appended shutOut(AccountNumber account) {
        return shutOut(account, turn -> {});
    }

    /// Shuts somebody out, and does something else in the same turn: whoever is shut out is signed
    /// out.
    public Appended shutOut(AccountNumber account, Consumer<Turn> also) {
        return statements.attempt(
                Lane.FIRST,
                membership ->
                        new Draft(membership)
                                .says(
                                        statements
                                                .desk()
                                                .suspended(membership, account, statements.now()))
                                .with(also));
    }

    private static void onlyOfPeople(Statement what) {
        boolean isIt =
                switch (what) {
                    case Statement.Founding _,
                            Statement.Opened _,
                            Statement.Added _,
                            Statement.NextEpoch _ ->
                            false;
                    case Statement.FoundingSigned _,
                            Statement.Invited _,
                            Statement.Accepted _,
                            Statement.Confirmed _,
                            Statement.AuthorityGiven _,
                            Statement.AuthorityTaken _,
                            Statement.DeskKey _,
                            Statement.MadeAnew _,
                            Statement.Removed _,
                            Statement.Suspended _,
                            Statement.Lifted _ ->
                            true;
                };
        if (!isIt) {
            throw new IllegalArgumentException("a statement with a method of its own");
        }
    }
}
