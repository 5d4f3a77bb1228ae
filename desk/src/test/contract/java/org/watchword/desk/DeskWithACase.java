package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsText;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.Settled;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.vault.Attempt;
import org.watchword.desk.vault.SlotResult;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// A whole desk whose two founders, Wren and Soyka, read in one compartment. Whoever reads or
/// writes comes by the passphrase, through the slots that lie in the rows.
final class DeskWithACase implements AutoCloseable {
    static final String WREN = RoughDesk.WREN;
    static final String SOYKA = RoughDesk.SOYKA;

    private final Path directory;
    private final RoughDesk desk;
    private final CaseCompartment place;
    private final Map<String, AccountKeys> held = new HashMap<>();

    private DeskWithACase(Path directory, RoughDesk desk, Optional<CaseCompartment> place) {
        this.directory = directory;
        this.desk = desk;
        this.place = place.orElseGet(() -> ledger().compartments().ofANewCase());
    }

    /// Begun in an empty directory.
    static DeskWithACase begun(Path directory) throws IOException {
        var settings =
                new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "127.0.0.1", 0);
        Files.writeString(directory.resolve("desk.yaml"), SettingsText.of(settings));
        var begun = new DeskWithACase(directory, new RoughDesk(directory), Optional.empty());
        begun.founded();
        return begun;
    }

    /// The same desk, from what lies in another directory.
    DeskWithACase again(Path other) {
        return new DeskWithACase(other, RoughDesk.again(other), Optional.of(place));
    }

    private void founded() {
        AccountKeys wren = keys(WREN);
        AccountKeys soyka = keys(SOYKA);
        var members = ledger().members();
        stands(members.found(List.of(founder(WREN, wren), founder(SOYKA, soyka)), wren));
        stands(members.says(new Statement.FoundingSigned(number(SOYKA)), soyka));
        stands(members.says(members.deskKey(), wren, soyka));
        stands(ledger().compartments().open(place, Set.of(number(SOYKA)), wren));
    }

    private Statement.Founder founder(String name, AccountKeys keys) {
        return new Statement.Founder(number(name), Keys.of(keys.signing(), keys.reading()));
    }

    private static void stands(Appended came) {
        assertInstanceOf(Appended.Stands.class, came, came::toString);
    }

    private AccountNumber number(String name) {
        return new AccountNumber(desk.person(name));
    }

    RoughDesk rough() {
        return desk;
    }

    Ledger ledger() {
        return desk.rooms().ledger();
    }

    boolean verifies() {
        return ledger().standing() instanceof ChainStanding.Whole;
    }

    /// What a passphrase gives, by the slots in the rows; asked for once, and held to the end.
    private AccountKeys keys(String name) {
        return held.computeIfAbsent(name, one -> tried(one).orElseThrow());
    }

    /// Whether the passphrase opens a slot of somebody's.
    boolean opensSlots(String name) {
        var tried = tried(name);
        tried.ifPresent(AccountKeys::close);
        return tried.isPresent();
    }

    private Optional<AccountKeys> tried(String name) {
        long id = desk.person(name);
        byte[] slots =
                desk.rooms()
                        .store()
                        .read(handle ->
                                handle.createQuery("SELECT slots FROM person WHERE id = :id")
                                        .bind("id", id)
                                        .mapTo(byte[].class)
                                        .one());
        try (var key = WatchKey.read(directory.resolve("watch.key"));
                var typed = new Secret(RoughDesk.PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            var tried =
                    new Vault(key, new SecureRandom())
                            .slots()
                            .open(slots, id, new Attempt(id, "", true), typed);
            if (!(tried instanceof SlotResult.Opened(var unlocked))) {
                return Optional.empty();
            }
            try (unlocked) {
                return Optional.of(unlocked.keys());
            }
        }
    }

    EntryId wrote(String text) {
        return inside(
                WREN,
                open ->
                        assertInstanceOf(
                                        Written.Kept.class,
                                        open.write(
                                                What.of(
                                                        new EntryType("note"),
                                                        Octets.of(
                                                                text.getBytes(
                                                                        StandardCharsets.UTF_8)))))
                                .id());
    }

    void erased(EntryId id) {
        inside(WREN, open -> assertInstanceOf(Written.Kept.class, open.erase(id)));
    }

    /// Takes the second founder out of the compartment, and moves what lies there on.
    void removedSoyka() {
        AccountKeys wren = keys(WREN);
        stands(ledger().compartments().remove(place, number(SOYKA), wren));
        try (var settling = ledger().compartments().settling(place, wren)) {
            Settled last = settling.step();
            while (last instanceof Settled.More) {
                last = settling.step();
            }
            assertInstanceOf(Settled.Done.class, last);
        }
    }

    /// What somebody can read, in order; an entry that does not open as the reason.
    List<String> read(String name) {
        return inside(
                name,
                open ->
                        assertInstanceOf(EntryPage.Read.class, open.after(0, 100))
                                .entries()
                                .stream()
                                .map(DeskWithACase::text)
                                .toList());
    }

    private static String text(ReadEntry entry) {
        return switch (entry) {
            case ReadEntry.Whole whole ->
                    new String(whole.entry().body().bytes(), StandardCharsets.UTF_8);
            case ReadEntry.Erased _ -> "erased";
            case ReadEntry.Shut shut -> shut.why().toString();
        };
    }

    private <T> T inside(String name, Function<OpenCompartment, T> work) {
        Entered entered = entered(name);
        try (var open = assertInstanceOf(Entered.Open.class, entered).compartment()) {
            return work.apply(open);
        }
    }

    /// Whether somebody is let into the compartment.
    boolean comesIn(String name) {
        return switch (entered(name)) {
            case Entered.Open(var open) -> {
                open.close();
                yield true;
            }
            case Entered.Shut _ -> false;
        };
    }

    private Entered entered(String name) {
        return ledger().compartments().enter(place, keys(name));
    }

    /// The bytes of every slot that lies in the rows.
    List<byte[]> slots() {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT slots FROM person
                                        UNION ALL SELECT slot FROM epoch_slot
                                        UNION ALL SELECT slot FROM entry_slot\
                                        """)
                                .mapTo(byte[].class)
                                .list());
    }

    @Override
    public void close() {
        held.values().forEach(AccountKeys::close);
        desk.close();
    }
}
