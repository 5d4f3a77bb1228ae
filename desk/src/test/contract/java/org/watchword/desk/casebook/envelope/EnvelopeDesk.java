package org.watchword.desk.casebook.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.casebook.envelope.OpeningRows.InAlarm;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Entrusted;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.Meaning;
import org.watchword.desk.watch.PaperWatch;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.watch.WordCame;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// A desk with a watch, a ledger and envelopes over one store, and an invented team: Swift leads,
/// Rook reads with her, Heron and Finch are rung, Lark is not. A second one over the same directory
/// is the desk started again.
final class EnvelopeDesk implements AutoCloseable {
    static final Instant START = Instant.parse("2021-02-04T12:05:00Z");
    static final PersonId SWIFT = new PersonId(1);
    static final PersonId ROOK = new PersonId(2);
    static final PersonId HERON = new PersonId(3);
    static final PersonId FINCH = new PersonId(4);
    static final PersonId LARK = new PersonId(5);
    static final String ADDRESS = "Mill Lane 7\nsecond floor";
    static final String REASON = "Screaming on the phone, nobody answers.";

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    final TeamOnDisk team;
    final Watch watch;
    final Ledger ledger;
    final Envelopes envelopes;
    CaseCompartment place;
    CodenameId alder = new CodenameId(1);
    CodenameId birch = new CodenameId(2);

    EnvelopeDesk(Path dir, Instant now) {
        team = new TeamOnDisk(dir, now);
        watch = new PaperWatch(team, ZONE).watch;
        watch.ladders().reliedOnBy(onlyAlder());
        ledger = new Ledger(team.store, team.vault, team.clock, new SecureRandom());
        ledger.start();
        place = ledger.compartments().ofANewCase();
        envelopes =
                new Envelopes(
                        new Envelopes.Ground(
                                team.store,
                                team.vault.fieldSeal(),
                                ledger,
                                watch,
                                team.accounts.people(),
                                team.clock));
    }

    private Entrusted onlyAlder() {
        return new Entrusted() {
            @Override
            public boolean covers(Handle handle, CodenameId who) {
                return who.equals(alder);
            }

            @Override
            public boolean rings(Handle handle, LadderId ladder) {
                return false;
            }
        };
    }

    /// With its people, a ladder that rings Heron and Finch, two code-names, and a compartment in
    /// which Swift and Rook read.
    static EnvelopeDesk founded(Path dir) {
        var desk = new EnvelopeDesk(dir, START);
        desk.team.role("duty", "answer");
        desk.team.stub(SWIFT.value(), "Swift");
        desk.team.stub(ROOK.value(), "Rook");
        desk.team.stub(HERON.value(), "Heron");
        desk.team.stub(FINCH.value(), "Finch", TeamOnDisk.DUTY);
        desk.team.stub(LARK.value(), "Lark");
        List<Duty> targets = List.of(new Duty.OfPerson(HERON), new Duty.OfRole(TeamOnDisk.DUTY));
        var step = new Ladder.Step(targets, List.of(), Duration.ofMinutes(2), false);
        assertInstanceOf(Ladder.Done.class, desk.watch.ladders().add("Night", List.of(step)));
        desk.alder = desk.codename("ALDER");
        desk.birch = desk.codename("BIRCH");
        desk.begins();
        return desk;
    }

    private CodenameId codename(String name) {
        var added = watch.ladders().addCodename(name, "", Optional.empty());
        return assertInstanceOf(Codename.Done.class, added).id();
    }

    private void begins() {
        stands(
                ledger.members()
                        .found(
                                List.of(
                                        new Statement.Founder(account(SWIFT), shown(SWIFT)),
                                        new Statement.Founder(account(ROOK), shown(ROOK))),
                                keys(SWIFT)));
        says(new Statement.FoundingSigned(account(ROOK)), keys(ROOK));
        says(ledger.members().deskKey(), keys(SWIFT), keys(ROOK));
        for (PersonId one : List.of(HERON, FINCH, LARK)) {
            says(new Statement.Invited(account(one)), keys(SWIFT));
            says(new Statement.Accepted(account(one), shown(one)), keys(one));
            says(new Statement.Confirmed(account(one), shown(one)), keys(ROOK));
        }
        stands(ledger.compartments().open(place, Set.of(account(ROOK)), keys(SWIFT)));
    }

    static AccountNumber account(PersonId person) {
        return new AccountNumber(person.value());
    }

    private static Keys shown(PersonId of) {
        return Keys.of(keys(of).signing(), keys(of).reading());
    }

    /// The keys of an account, always the same.
    static AccountKeys keys(PersonId of) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) of.value());
        try (Key key = Key.taking(seed)) {
            return AccountKeys.of(key);
        }
    }

    void says(Statement what, AccountKeys... by) {
        stands(ledger.members().says(what, by));
    }

    static void stands(Appended came) {
        assertInstanceOf(Appended.Stands.class, came, came::toString);
    }

    /// The desk killed, and started again.
    EnvelopeDesk again(Path dir) {
        close();
        var again = new EnvelopeDesk(dir, team.clock.instant());
        again.place = place;
        again.alder = alder;
        again.birch = birch;
        return again;
    }

    /// Swift fills Alder's, for these.
    void filled(String address, PersonId... holders) {
        var says =
                new Envelope(alder, "Ilya Invented", address, "Needs insulin", "Heron, paper 12");
        filled(says, new Files(), holders);
    }

    /// The same with files, which are zeroed.
    void filled(Envelope says, Files files, PersonId... holders) {
        try (files;
                var keys = keys(SWIFT)) {
            Written came = envelopes.filling().fill(says, files, place, Set.of(holders), keys);
            assertInstanceOf(Written.Kept.class, came, came::toString);
        }
    }

    /// An alarm about somebody begins.
    InAlarm alarm(CodenameId about) {
        var word = new WordCame(about, Meaning.HELP, Optional.empty(), team.clock.instant(), false);
        team.store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            watch.alarms().word(turn, word);
                            return word;
                        });
        AlarmId alarm = watch.openAlarms().getLast().id();
        return new InAlarm(alarm, about);
    }

    /// People ended it.
    void over(InAlarm where) {
        changes(
                "UPDATE alarm SET state = 'closed', closed_at = %d WHERE id = %d"
                        .formatted(team.clock.instant().toEpochMilli(), where.alarm().value()));
    }

    int changes(String sql) {
        return PastTheDesk.execute(team.store, sql);
    }

    Openings.Came first(InAlarm where, PersonId who) {
        try (var keys = keys(who)) {
            return envelopes.openings().first(where, who, REASON, keys);
        }
    }

    Openings.Came again(InAlarm where, PersonId who) {
        try (var keys = keys(who)) {
            return envelopes.openings().again(where, who, keys);
        }
    }

    Step step(InAlarm where, PersonId who) {
        return envelopes.openings().next(where, who).step();
    }

    static void shows(Openings.Came came) {
        var shown = assertInstanceOf(Openings.Came.Shown.class, came, came::toString);
        assertEquals(ADDRESS, shown.envelope().address());
    }

    static void stays(Against why, Openings.Came came) {
        assertEquals(new Openings.Came.Not(why), came);
    }

    /// What the desk told the officers, the newest first.
    List<String> told() {
        return watch.told(20).stream().map(one -> one.what().key()).toList();
    }

    long count(String from) {
        return PastTheDesk.count(team.store, from);
    }

    @Override
    public void close() {
        team.close();
    }
}
