package org.watchword.formats.membership;

import java.util.ArrayList;
import java.util.List;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.Statement.Accepted;
import org.watchword.formats.membership.Statement.Added;
import org.watchword.formats.membership.Statement.AuthorityGiven;
import org.watchword.formats.membership.Statement.AuthorityTaken;
import org.watchword.formats.membership.Statement.Confirmed;
import org.watchword.formats.membership.Statement.DeskKey;
import org.watchword.formats.membership.Statement.Founder;
import org.watchword.formats.membership.Statement.Founding;
import org.watchword.formats.membership.Statement.FoundingSigned;
import org.watchword.formats.membership.Statement.Invited;
import org.watchword.formats.membership.Statement.Lifted;
import org.watchword.formats.membership.Statement.MadeAnew;
import org.watchword.formats.membership.Statement.NextEpoch;
import org.watchword.formats.membership.Statement.Opened;
import org.watchword.formats.membership.Statement.Removed;
import org.watchword.formats.membership.Statement.Suspended;
import org.watchword.formats.slot.Address;

/// The one spelling of each statement: an array that begins with the word of its kind.
final class Wording {
    private static final int FOUNDER_ITEMS = 3;

    static void write(Statement statement, CborWriter into) {
        switch (statement) {
            case Founding(List<Founder> founders) -> {
                begin(into, Kind.FOUNDING).array(founders.size());
                founders.forEach(one -> {
                    into.array(FOUNDER_ITEMS).number(one.account().number());
                    keys(into, one.keys());
                });
            }
            case FoundingSigned(var account) -> about(into, Kind.FOUNDING_SIGNED, account);
            case Invited(var account) -> about(into, Kind.INVITED, account);
            case Accepted(var account, Keys keys) ->
                    keys(about(into, Kind.ACCEPTED, account), keys);
            case Confirmed(var account, Keys keys) ->
                    keys(about(into, Kind.CONFIRMED, account), keys);
            case AuthorityGiven(var account) -> about(into, Kind.AUTHORITY_GIVEN, account);
            case AuthorityTaken(var account) -> about(into, Kind.AUTHORITY_TAKEN, account);
            case DeskKey(AuthorKey key) -> begin(into, Kind.DESK_KEY).bytes(key.octets().bytes());
            case MadeAnew(var account) -> about(into, Kind.MADE_ANEW, account);
            case Opened(var place, Address address) ->
                    place(into, Kind.OPENED, place).bytes(address.octets().bytes());
            case Added(var place, var account) ->
                    place(into, Kind.ADDED, place).number(account.number());
            case Removed(var place, var account) ->
                    place(into, Kind.REMOVED, place).number(account.number());
            case NextEpoch(var place, long epoch, Address address) ->
                    place(into, Kind.NEXT_EPOCH, place)
                            .number(epoch)
                            .bytes(address.octets().bytes());
            case Suspended(var account) -> about(into, Kind.SUSPENDED, account);
            case Lifted(var account) -> about(into, Kind.LIFTED, account);
        }
    }

    private static CborWriter begin(CborWriter into, Kind kind) {
        return into.array(kind.items).text(kind.word);
    }

    private static CborWriter about(CborWriter into, Kind kind, AccountNumber account) {
        return begin(into, kind).number(account.number());
    }

    private static CborWriter place(CborWriter into, Kind kind, CaseCompartment place) {
        return begin(into, kind)
                .bytes(place.ofCase().octets().bytes())
                .bytes(place.compartment().octets().bytes());
    }

    private static void keys(CborWriter into, Keys keys) {
        into.bytes(keys.signing().octets().bytes()).bytes(keys.reading().octets().bytes());
    }

    /// @throws IllegalArgumentException when its parts are none
    static Statement read(CborReader from) throws NotCanonical {
        int items = from.array(1, Kind.MOST_ITEMS);
        Kind kind =
                Kind.of(from.text(Kind.MOST_LETTERS), items)
                        .orElseThrow(() -> new NotCanonical("no statement begins so"));
        return switch (kind) {
            case FOUNDING -> new Founding(founders(from));
            case FOUNDING_SIGNED -> new FoundingSigned(account(from));
            case INVITED -> new Invited(account(from));
            case ACCEPTED -> new Accepted(account(from), keys(from));
            case CONFIRMED -> new Confirmed(account(from), keys(from));
            case AUTHORITY_GIVEN -> new AuthorityGiven(account(from));
            case AUTHORITY_TAKEN -> new AuthorityTaken(account(from));
            case DESK_KEY -> new DeskKey(signing(from));
            case MADE_ANEW -> new MadeAnew(account(from));
            case OPENED -> new Opened(place(from), address(from));
            case ADDED -> new Added(place(from), account(from));
            case REMOVED -> new Removed(place(from), account(from));
            case NEXT_EPOCH -> new NextEpoch(place(from), from.number(Epoch.MOST), address(from));
            case SUSPENDED -> new Suspended(account(from));
            case LIFTED -> new Lifted(account(from));
        };
    }

    private static List<Founder> founders(CborReader from) throws NotCanonical {
        int count = from.array(1, Founding.MOST);
        List<Founder> founders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            from.array(FOUNDER_ITEMS, FOUNDER_ITEMS);
            founders.add(new Founder(account(from), keys(from)));
        }
        return founders;
    }

    private static AccountNumber account(CborReader from) throws NotCanonical {
        return new AccountNumber(from.number(AccountNumber.MOST));
    }

    private static CaseCompartment place(CborReader from) throws NotCanonical {
        return new CaseCompartment(
                new CaseId(octets(from, CaseId.BYTES)),
                new CompartmentId(octets(from, CompartmentId.BYTES)));
    }

    private static Keys keys(CborReader from) throws NotCanonical {
        return new Keys(signing(from), address(from));
    }

    static AuthorKey signing(CborReader from) throws NotCanonical {
        return new AuthorKey(octets(from, AuthorKey.BYTES));
    }

    private static Address address(CborReader from) throws NotCanonical {
        return new Address(octets(from, Address.BYTES));
    }

    static Octets octets(CborReader from, int length) throws NotCanonical {
        return Octets.of(from.bytes(length, length));
    }

    private Wording() {}
}
