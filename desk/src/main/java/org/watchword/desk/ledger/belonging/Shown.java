package org.watchword.desk.ledger.belonging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Countersigning.Half;
import org.watchword.desk.ledger.Foundation.Proposal;
import org.watchword.desk.ledger.KnownKeys.Known;
import org.watchword.desk.ledger.belonging.BelongingView.State;
import org.watchword.desk.ledger.belonging.Desk.Seen;
import org.watchword.desk.ledger.belonging.Desk.Viewer;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;

/// What the pages show of what was seen.
final class Shown {
    /// So many are needed to lift what shuts somebody out.
    private static final int TWO = 2;

    private final Desk desk;

    Shown(Desk desk) {
        this.desk = desk;
    }

    BelongingView.Page page(Seen seen, Viewer viewer, List<Wrong> wrong) {
        boolean isFounded = desk.membership().isPresent();
        boolean isBroken = desk.ledger().standing() instanceof ChainStanding.Broken;
        boolean isFounder = seen.founders().contains(viewer.me());
        boolean begins = !isFounded && !isBroken;
        return new BelongingView.Page(
                chain(seen),
                isBroken,
                viewer.filesOpen(),
                begins && isFounder && viewer.filesOpen() && seen.proposal().isEmpty()
                        ? Optional.of(begin(seen, viewer))
                        : Optional.empty(),
                begins && viewer.filesOpen()
                        ? seen.proposal().map(one -> waits(one, seen, viewer))
                        : Optional.empty(),
                viewer.filesOpen() ? fingerprint(seen, viewer) : Optional.empty(),
                viewer.own().map(own -> own(own, seen, viewer)),
                viewer.isInForce() ? pending(viewer.me()) : Optional.empty(),
                halves(seen, viewer),
                viewer.isInForce() && mayNameDesk(seen),
                lines(seen, viewer),
                wrong);
    }

    private Sentence chain(Seen seen) {
        return switch (desk.ledger().standing()) {
            case ChainStanding.NotFounded _ ->
                    Sentence.of(
                            seen.proposal().isPresent()
                                    ? "belonging.chain.waits"
                                    : "belonging.chain.not-founded");
            case ChainStanding.Broken _ -> Sentence.of("belonging.chain.broken");
            case ChainStanding.Whole(Membership now) ->
                    Sentence.of("belonging.chain.whole", "count", inForce(now));
        };
    }

    private static long inForce(Membership now) {
        return now.accounts().stream().filter(one -> now.keys(one).isPresent()).count();
    }

    private BelongingView.Begin begin(Seen seen, Viewer viewer) {
        var others =
                seen.founders().stream()
                        .filter(one -> !one.equals(viewer.me()))
                        .sorted()
                        .map(one -> candidate(one, seen))
                        .toList();
        return new BelongingView.Begin(others, others.isEmpty());
    }

    private BelongingView.Candidate candidate(AccountNumber who, Seen seen) {
        String name = seen.name(who);
        return switch (Optional.ofNullable(seen.known().get(who)).orElse(new Known.None())) {
            case Known.Here(Keys keys, _) ->
                    new BelongingView.Candidate(
                            name,
                            FoundingPages.ticked(who, keys),
                            "belonging.found.known",
                            desk.aloud().of(keys));
            case Known.None _ ->
                    new BelongingView.Candidate(name, "", "belonging.found.unknown", List.of());
            case Known.Spoilt _ ->
                    new BelongingView.Candidate(name, "", "belonging.found.spoilt", List.of());
        };
    }

    private BelongingView.Waits waits(Proposal proposal, Seen seen, Viewer viewer) {
        var named =
                proposal.named().keySet().stream()
                        .sorted()
                        .map(one ->
                                new BelongingView.Named(
                                        seen.name(one),
                                        one.equals(viewer.me()),
                                        proposal.signed().contains(one),
                                        words(proposal, one)))
                        .toList();
        boolean isMine =
                viewer.own().isPresent()
                        && viewer.own()
                                .equals(Optional.ofNullable(proposal.named().get(viewer.me())));
        return new BelongingView.Waits(
                Aloud.seen(proposal.fingerprint()),
                writing(proposal.fingerprint()),
                named,
                proposal.holds() && isMine && !proposal.signed().contains(viewer.me()),
                proposal.holds(),
                seen.founders().contains(viewer.me()) || isMine);
    }

    private List<BelongingView.InWords> words(Proposal proposal, AccountNumber who) {
        return Optional.ofNullable(proposal.named().get(who))
                .map(desk.aloud()::of)
                .orElse(List.of());
    }

    private BelongingView.Writing writing(ChainHead fingerprint) {
        return new BelongingView.Writing(Aloud.digits(fingerprint), desk.aloud().of(fingerprint));
    }

    private Optional<BelongingView.Fingerprint> fingerprint(Seen seen, Viewer viewer) {
        return desk.membership()
                .map(Membership::fingerprint)
                .map(one ->
                        new BelongingView.Fingerprint(
                                Aloud.seen(one),
                                writing(one),
                                (int)
                                        seen.known().values().stream()
                                                .filter(row -> hasOnPaper(row, one))
                                                .count(),
                                Optional.ofNullable(seen.known().get(viewer.me()))
                                        .filter(row -> hasOnPaper(row, one))
                                        .isPresent(),
                                viewer.isInForce()));
    }

    private static boolean hasOnPaper(Known row, ChainHead fingerprint) {
        return row instanceof Known.Here(_, Optional<ChainHead> paper)
                && paper.equals(Optional.of(fingerprint));
    }

    private BelongingView.Own own(Keys own, Seen seen, Viewer viewer) {
        var notes = new ArrayList<String>();
        boolean hasOther = seen.hasOther(viewer.me(), own);
        if (hasOther) {
            notes.add("belonging.own.other-in-row");
        }
        boolean differs =
                viewer.standing()
                        .flatMap(Shown::keys)
                        .filter(chains -> !chains.equals(own))
                        .isPresent();
        if (differs) {
            notes.add("belonging.own.other-in-chain");
        }
        boolean mayCome = viewer.standing().filter(Standing.Invited.class::isInstance).isPresent();
        return new BelongingView.Own(desk.aloud().of(own), notes, hasOther, mayCome);
    }

    static Optional<Keys> keys(Standing standing) {
        return switch (standing) {
            case Standing.Invited _ -> Optional.empty();
            case Standing.Named(Keys keys) -> Optional.of(keys);
            case Standing.Accepted(Keys keys) -> Optional.of(keys);
            case Standing.Confirmed(Keys keys, _) -> Optional.of(keys);
            case Standing.Suspended(Keys keys, _) -> Optional.of(keys);
        };
    }

    private Optional<BelongingView.Pending> pending(AccountNumber me) {
        var pending = desk.ledger().compartments().pending(me);
        return pending.slots() == 0 && !pending.rekey()
                ? Optional.empty()
                : Optional.of(
                        new BelongingView.Pending(
                                pending.of() - pending.slots(),
                                pending.of(),
                                pending.rekey(),
                                runsFor(me)));
    }

    /// Whether a job, whosever it is, does what is to be settled in one of his compartments.
    private boolean runsFor(AccountNumber me) {
        return desk.ledger().compartments().of(me).stream()
                .anyMatch(place -> desk.accounts().jobs().runs(new SettlingJob.About(place)));
    }

    private List<BelongingView.Half> halves(Seen seen, Viewer viewer) {
        return seen.halves().stream()
                .map(one ->
                        new BelongingView.Half(
                                one.id(),
                                Aloud.seen(one.head()),
                                says(one, seen),
                                one.by().map(seen::name).orElse("?"),
                                viewer.isInForce() && !one.by().equals(Optional.of(viewer.me()))))
                .toList();
    }

    private static Sentence says(Half half, Seen seen) {
        return switch (half.says()) {
            case Statement.DeskKey _ -> Sentence.of("belonging.half.desk-key");
            case Statement.Lifted(AccountNumber who) ->
                    Sentence.of("belonging.half.lifted", "who", seen.name(who));
            case Statement.AuthorityGiven(AccountNumber who) ->
                    Sentence.of("belonging.half.authority", "who", seen.name(who));
            case Statement.Founding _,
                    Statement.FoundingSigned _,
                    Statement.Invited _,
                    Statement.Accepted _,
                    Statement.Confirmed _,
                    Statement.AuthorityTaken _,
                    Statement.MadeAnew _,
                    Statement.Opened _,
                    Statement.Added _,
                    Statement.Removed _,
                    Statement.NextEpoch _,
                    Statement.Suspended _ ->
                    Sentence.of("belonging.half.other");
        };
    }

    private boolean mayNameDesk(Seen seen) {
        boolean waits =
                seen.halves().stream().anyMatch(one -> one.says() instanceof Statement.DeskKey);
        var deskKey = desk.ledger().members().deskKey();
        return !waits
                && desk.membership()
                        .filter(one ->
                                !one.deskKey()
                                        .map(Statement.DeskKey::new)
                                        .equals(Optional.of(deskKey)))
                        .isPresent();
    }

    /// Everybody of the team, and whoever left it and is in case files still.
    private List<BelongingView.Line> lines(Seen seen, Viewer viewer) {
        return seen.people().stream()
                .map(one -> line(one, seen, viewer))
                .filter(one -> !one.hasLeft() || one.state() != State.NOT_IN)
                .sorted(Comparator.comparing(one -> one.state() == State.NOT_IN))
                .toList();
    }

    private BelongingView.Line line(Person person, Seen seen, Viewer viewer) {
        AccountNumber who = AtSignIn.number(person.id());
        Optional<Standing> standing = desk.membership().flatMap(one -> one.standing(who));
        return new BelongingView.Line(
                person.id().value(),
                person.name(),
                seen.outByRow().containsKey(who)
                        ? State.SHUT_OUT
                        : standing.map(Shown::state).orElse(State.NOT_IN),
                standing.filter(Shown::hasAuthority).isPresent(),
                !person.active(),
                standing.flatMap(Shown::keys).filter(keys -> seen.hasOther(who, keys)).isPresent(),
                viewer.isInForce()
                        ? Optional.of(desk.ledger().compartments().of(who).size())
                        : Optional.empty());
    }

    private static State state(Standing standing) {
        return switch (standing) {
            case Standing.Invited _ -> State.INVITED;
            case Standing.Named _ -> State.NAMED;
            case Standing.Accepted _ -> State.ACCEPTED;
            case Standing.Confirmed _ -> State.CONFIRMED;
            case Standing.Suspended _ -> State.SHUT_OUT;
        };
    }

    private static boolean hasAuthority(Standing standing) {
        return switch (standing) {
            case Standing.Confirmed(_, boolean has) -> has;
            case Standing.Suspended(_, boolean has) -> has;
            case Standing.Invited _, Standing.Named _, Standing.Accepted _ -> false;
        };
    }

    BelongingView.One one(Seen seen, Viewer viewer, AccountNumber who, List<Wrong> wrong) {
        Person person =
                seen.people().stream()
                        .filter(one -> AtSignIn.number(one.id()).equals(who))
                        .findFirst()
                        .orElseThrow();
        BelongingView.Line line = line(person, seen, viewer);
        Optional<Standing> standing = desk.membership().flatMap(one -> one.standing(who));
        Optional<Keys> accepted =
                standing.filter(Standing.Accepted.class::isInstance).flatMap(Shown::keys);
        return new BelongingView.One(
                line,
                who.equals(viewer.me()),
                viewer.filesOpen(),
                accepted.map(desk.aloud()::of).orElse(List.of()),
                accepted.flatMap(_ -> viewer.own()).map(desk.aloud()::of).orElse(List.of()),
                accepted.map(Aloud::seen).orElse(""),
                lifting(seen, viewer, who),
                who.equals(viewer.me()) ? BelongingView.May.NOTHING : may(who, viewer, line),
                wrong);
    }

    private static Optional<BelongingView.Lifting> lifting(
            Seen seen, Viewer viewer, AccountNumber who) {
        return Optional.ofNullable(seen.outByRow().get(who))
                .map(first ->
                        new BelongingView.Lifting(
                                first.map(seen::name), first.equals(Optional.of(viewer.me()))));
    }

    private BelongingView.May may(AccountNumber who, Viewer viewer, BelongingView.Line line) {
        Optional<Standing> standing = desk.membership().flatMap(one -> one.standing(who));
        boolean isConfirmed = standing.filter(Standing.Confirmed.class::isInstance).isPresent();
        boolean isAccepted = standing.filter(Standing.Accepted.class::isInstance).isPresent();
        boolean isShutOut = line.state() == State.SHUT_OUT;
        boolean colleague =
                viewer.standing().filter(Standing.Confirmed.class::isInstance).isPresent();
        long inForce = desk.membership().map(Shown::inForce).orElse(0L);
        long left = isConfirmed ? inForce - 1 : inForce;
        return new BelongingView.May(
                viewer.hasAuthority()
                        && (standing.isEmpty() || isAccepted)
                        && !line.hasLeft()
                        && !isShutOut,
                viewer.isInForce() && isAccepted && !line.keyDiffers() && !isShutOut,
                colleague && (isConfirmed || (desk.isOutside(who) && !isShutOut)),
                left < TWO,
                viewer.isInForce() && isShutOut,
                viewer.isInForce() && isConfirmed && !line.hasAuthority(),
                viewer.hasAuthority() && line.compartments().orElse(0) > 0);
    }
}
