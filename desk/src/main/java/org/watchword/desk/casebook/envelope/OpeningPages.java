package org.watchword.desk.casebook.envelope;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.casebook.envelope.OpeningRows.InAlarm;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.cipher.Octets;

/// Opens an envelope in an alarm: his passphrase, a reason, and then the page. That page answers a
/// post, never an address: nobody comes to it by going back, and each showing is noted.
final class OpeningPages {
    private static final String DOOR = "casebook/envelope/door.jte";
    private static final String SHOWN = "casebook/envelope/shown.jte";
    private static final String PATH = "/alarms/{id}/envelope/{codename}";
    private static final Gate GATE = new Gate.FilesOpen(Capability.ANSWER);

    private static final int NOT_ALLOWED = 403;

    /// What the paper is called on the machine where it is kept: nothing of what it is.
    private static final String PAPER = "document.";

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Envelopes.Ground ground;
    private final Filling filling;
    private final Openings openings;

    OpeningPages(Envelopes.Ground ground, Filling filling, Openings openings) {
        this.ground = ground;
        this.filling = filling;
        this.openings = openings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::door),
                Route.post(PATH, GATE, this::open),
                Route.post(PATH + "/show", GATE, this::show),
                Route.post(PATH + "/paper", GATE, this::paper),
                Route.post(PATH + "/agree", new Gate.Freshly(Capability.ANSWER), this::agree));
    }

    private static InAlarm where(Visit visit) {
        return new InAlarm(
                new AlarmId(visit.number("id")), new CodenameId(visit.number("codename")));
    }

    private static String room(InAlarm where) {
        return "/alarms/" + where.alarm().value();
    }

    private static String path(InAlarm where) {
        return room(where) + "/envelope/" + where.codename().value();
    }

    private Answer door(Visit visit) {
        InAlarm where = where(visit);
        Openings.Next next = openings.next(where, visit.present().person());
        if (next.against().isPresent()) {
            return refused(next.against().get(), where);
        }
        // Whoever opened it a moment ago sees it again within his session; all else asks anew.
        return next.step() instanceof Step.Again || visit.present().fresh()
                ? door(visit, where, "", List.of())
                : Answer.goTo(Doors.with(Doors.FILES, path(where)));
    }

    private Answer refused(Against why, InAlarm where) {
        return switch (why) {
            case NOT_HELD -> new Answer.Refused(NOT_ALLOWED, why.sentence(), room(where));
            case NO_ALARM,
                    NO_ENVELOPE,
                    SECOND_NEEDED,
                    TOO_MANY,
                    OWN,
                    NOTHING_ASKED,
                    CHANGED,
                    NOT_KEPT,
                    SPOILT ->
                    Answer.refused(why.sentence(), room(where));
        };
    }

    private Answer door(Visit visit, InAlarm where, String reason, List<Wrong> wrong) {
        Step step = openings.next(where, visit.present().person()).step();
        var title = Sentence.of("envelope.title");
        var view =
                ground.store()
                        .read(handle ->
                                new EnvelopeView.Door(
                                        where.alarm().value(),
                                        where.codename().value(),
                                        filling.name(handle, where.codename()),
                                        does(step),
                                        says(new Telling(ground, visit, handle), step),
                                        reason,
                                        wrong));
        return wrong.isEmpty() ? Answer.page(DOOR, title, view) : Answer.again(DOOR, title, view);
    }

    private static EnvelopeView.Does does(Step step) {
        return switch (step) {
            case Step.First _ -> EnvelopeView.Does.OPEN;
            case Step.Ask _ -> EnvelopeView.Does.ASK;
            case Step.Waits _ -> EnvelopeView.Does.WAIT;
            case Step.Again _, Step.Agreed _ -> EnvelopeView.Does.SHOW;
        };
    }

    private static String says(Telling telling, Step step) {
        return telling.says(
                switch (step) {
                    case Step.First _ -> Sentence.of("envelope.door.first");
                    case Step.Ask(Opening last) ->
                            Sentence.of("envelope.door.ask", "who", telling.name(last.by()));
                    case Step.Waits _ -> Sentence.of("envelope.door.waits");
                    case Step.Agreed(Opening mine) ->
                            Sentence.of(
                                    "envelope.door.agreed",
                                    "who",
                                    telling.name(mine.agreed().orElseThrow().by()));
                    case Step.Again(Opening mine) ->
                            Sentence.of(
                                    "envelope.door.again",
                                    "until",
                                    telling.visit()
                                            .times()
                                            .minute(mine.open().orElseThrow().closes()));
                });
    }

    private Answer open(Visit visit) {
        InAlarm where = where(visit);
        PersonId me = visit.present().person();
        String reason = visit.form().line("reason").orElse("");
        Openings.Next next = openings.next(where, me);
        if (next.against().isPresent()) {
            return refused(next.against().get(), where);
        }
        Optional<Sentence> wrong = wrong(reason);
        if (wrong.isPresent()) {
            return door(visit, where, reason, List.of(new Wrong("reason", wrong.get())));
        }
        if (!visit.present().fresh()) {
            return new Answer.Refused(
                    NOT_ALLOWED,
                    Sentence.of("envelope.stale"),
                    Doors.with(Doors.FILES, path(where)));
        }
        return switch (next.step()) {
            case Step.First _ -> {
                try (var keys = visit.caseKeys().open()) {
                    yield shown(where, openings.first(where, me, reason, keys));
                }
            }
            case Step.Ask _ ->
                    openings.ask(where, me, reason)
                            .map(why -> refused(why, where))
                            .orElseGet(() -> Answer.goTo(path(where)));
            // A form that was sent twice, or an old page: how it stands now is on this one.
            case Step.Waits _, Step.Again _, Step.Agreed _ -> Answer.goTo(path(where));
        };
    }

    private static Optional<Sentence> wrong(String reason) {
        if (reason.isEmpty()) {
            return Optional.of(Sentence.of("envelope.reason.missing"));
        }
        return reason.length() > CaseLimits.REASON_CHARACTERS
                ? Optional.of(
                        Sentence.of(
                                "envelope.reason.too-long", "most", CaseLimits.REASON_CHARACTERS))
                : Optional.empty();
    }

    private Answer show(Visit visit) {
        InAlarm where = where(visit);
        try (var keys = visit.caseKeys().open()) {
            return shown(where, openings.again(where, visit.present().person(), keys));
        }
    }

    private Answer shown(InAlarm where, Openings.Came came) {
        return switch (came) {
            case Openings.Came.Not(Against why) ->
                    why == Against.CHANGED
                            ? Answer.refused(why.sentence(), path(where))
                            : refused(why, where);
            case Openings.Came.Shown shown ->
                    Answer.page(SHOWN, Sentence.of("envelope.title"), view(where, shown));
        };
    }

    private EnvelopeView.Shown view(InAlarm where, Openings.Came.Shown shown) {
        Envelope envelope = shown.envelope();
        return new EnvelopeView.Shown(
                where.alarm().value(),
                where.codename().value(),
                ground.store().read(handle -> filling.name(handle, where.codename())),
                envelope.name(),
                envelope.address(),
                envelope.health(),
                envelope.authority(),
                photo(shown.file(Enclosed.PHOTO)),
                shown.file(Enclosed.PAPER) instanceof Found.Here(FileKind kind, _)
                        ? kind.name()
                        : "",
                Arrays.stream(Enclosed.values())
                        .filter(which -> shown.file(which) instanceof Found.Spoilt)
                        .map(which -> Sentence.of("envelope." + which.field() + ".spoilt"))
                        .toList(),
                shown.filledAt(),
                shown.until());
    }

    /// All of it within the page: an address of its own would show it to whoever has the address.
    private static String photo(Found found) {
        return found instanceof Found.Here(FileKind kind, Octets file)
                ? "data:" + kind.type() + ";base64," + BASE64.encodeToString(file.bytes())
                : "";
    }

    /// The paper, to be kept: as shown again, by the same right and noted the same.
    private Answer paper(Visit visit) {
        InAlarm where = where(visit);
        try (var keys = visit.caseKeys().open()) {
            Openings.Came came = openings.again(where, visit.present().person(), keys);
            return came instanceof Openings.Came.Shown shown
                    ? paper(where, shown.file(Enclosed.PAPER))
                    : shown(where, came);
        }
    }

    private Answer paper(InAlarm where, Found found) {
        return switch (found) {
            case Found.Here(FileKind kind, Octets file) ->
                    new Answer.Attachment(PAPER + kind.ending(), kind.type(), file);
            case Found.Spoilt _ ->
                    Answer.refused(Sentence.of("envelope.paper.spoilt"), path(where));
            case Found.None _ -> throw new Route.NotHere();
        };
    }

    private Answer agree(Visit visit) {
        InAlarm where = where(visit);
        long opening = number(visit.form().text("opening").orElse(""));
        return openings.agree(where, opening, visit.present().person())
                .map(why -> refused(why, where))
                .orElseGet(() -> Answer.goTo(room(where)));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
