package org.watchword.desk.casebook.envelope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.NotWritten;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.slot.AccountKeys;

/// Fills the envelope of a code-name, or mends it: what stands there is filled into the form for
/// whoever reads it.
final class FillingPages {
    private static final String PAGE = "casebook/envelope/fill.jte";
    private static final String PATH = "/codenames/{id}/envelope";
    private static final Gate GATE = new Gate.FilesOpen(Capability.LEAD);

    private final Envelopes.Ground ground;
    private final Filling filling;

    FillingPages(Envelopes.Ground ground, Filling filling) {
        this.ground = ground;
        this.filling = filling;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::show),
                Route.uploading(PATH, GATE, Enclosure.MOST_BYTES, this::save));
    }

    private Codename codename(Visit visit) {
        var id = new CodenameId(visit.number("id"));
        return ground.watch().ladders().realCodenames().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    private static String path(Codename codename) {
        return "/codenames/" + codename.id().value() + "/envelope";
    }

    /// What stands in the form.
    ///
    /// @param envelope what was typed, with the files of the present one
    /// @param place empty for none yet
    /// @param without files that are to be left out
    private record Typed(
            Envelope envelope, String place, Set<PersonId> holders, Set<Enclosed> without) {}

    /// Who asks, and about whom.
    private record Asked(Visit visit, Codename codename, AccountKeys keys) {}

    private Answer show(Visit visit) {
        Codename codename = codename(visit);
        try (var keys = visit.caseKeys().open()) {
            return page(new Asked(visit, codename, keys), typed(codename, keys), List.of());
        }
    }

    /// What stands in it now; for the first time, whom its ladder rings.
    private Typed typed(Codename codename, AccountKeys keys) {
        Envelope present =
                filling.present(codename.id(), keys).orElseGet(() -> Envelope.empty(codename.id()));
        return ground.store()
                .read(handle ->
                        switch (filling.standing(handle, codename.id())) {
                            case Standing.Filled filled ->
                                    new Typed(
                                            present,
                                            value(filled.entry().place()),
                                            filled.holders(),
                                            Set.of());
                            case Standing.None _, Standing.Unreadable _ ->
                                    new Typed(present, "", rung(handle, codename), Set.of());
                        });
    }

    private Set<PersonId> rung(Handle handle, Codename codename) {
        return filling.ladder(handle, codename)
                .map(ladder -> filling.onLadder(handle, ladder))
                .orElseGet(Set::of);
    }

    private static String value(CaseCompartment place) {
        return place.ofCase().octets().hex() + "-" + place.compartment().octets().hex();
    }

    private Answer page(Asked asked, Typed typed, List<Wrong> wrong) {
        var title = Sentence.of("envelope.fill.title");
        var view = ground.store().read(handle -> view(handle, asked, typed, wrong));
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private EnvelopeView.Fill view(Handle handle, Asked asked, Typed typed, List<Wrong> wrong) {
        Codename codename = asked.codename();
        var telling = new Telling(ground, asked.visit(), handle);
        Envelope says = typed.envelope();
        List<Filling.Place> places = filling.places(asked.keys());
        boolean one = places.size() == 1;
        Set<PersonId> acting = ground.people().acting(handle);
        return new EnvelopeView.Fill(
                codename.id().value(),
                codename.name(),
                telling.says(filling.standing(handle, codename.id())),
                says.name(),
                says.address(),
                says.health(),
                says.authority(),
                file(typed, Enclosed.PHOTO),
                file(typed, Enclosed.PAPER),
                places.stream()
                        .map(place ->
                                new EnvelopeView.Choice(
                                        value(place.place()),
                                        readBy(telling, place),
                                        one || value(place.place()).equals(typed.place())))
                        .toList(),
                filling.possibleHolders().stream()
                        .filter(acting::contains)
                        .map(person ->
                                new EnvelopeView.Choice(
                                        "" + person.value(),
                                        telling.name(person),
                                        typed.holders().contains(person)))
                        .toList(),
                wrong);
    }

    private static EnvelopeView.File file(Typed typed, Enclosed which) {
        return new EnvelopeView.File(
                which.field(),
                typed.envelope().file(which).isPresent(),
                typed.without().contains(which));
    }

    private static String readBy(Telling telling, Filling.Place place) {
        String names =
                place.readers().stream()
                        .map(telling::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return telling.says(Sentence.of("envelope.fill.read-by", "names", names));
    }

    private Answer save(Visit visit) {
        Codename codename = codename(visit);
        var form = visit.form();
        var words =
                new Envelope(
                        codename.id(),
                        form.line("name").orElse(""),
                        form.text("address").orElse(""),
                        form.text("health").orElse(""),
                        form.text("authority").orElse(""));
        var holders = new HashSet<PersonId>();
        form.texts("holder").stream()
                .filter(text -> text.matches("[0-9]{1,15}"))
                .forEach(text -> holders.add(new PersonId(Long.parseLong(text))));
        String place = form.text("place").orElse("");
        try (var chosen = Chosen.in(form);
                var keys = visit.caseKeys().open()) {
            Envelope present =
                    filling.present(codename.id(), keys)
                            .orElseGet(() -> Envelope.empty(codename.id()));
            var typed = new Typed(words.with(present.enclosed()), place, holders, chosen.without());
            return save(new Asked(visit, codename, keys), typed, chosen);
        }
    }

    private Answer save(Asked asked, Typed typed, Chosen chosen) {
        List<Filling.Place> places = filling.places(asked.keys());
        if (places.isEmpty()) {
            return Answer.refused(Sentence.of("envelope.fill.nowhere"), path(asked.codename()));
        }
        Optional<CaseCompartment> place =
                places.stream()
                        .map(Filling.Place::place)
                        .filter(one -> value(one).equals(typed.place()))
                        .findFirst();
        var others = new ArrayList<>(wrong(typed, place));
        others.addAll(taken(typed, chosen));
        List<Wrong> wrong = chosen.wrong(others);
        return wrong.isEmpty()
                ? saved(asked, typed, chosen, place.orElseThrow())
                : page(asked, typed, wrong);
    }

    /// Takes along what lies there and stays; what does not open cannot stay.
    private List<Wrong> taken(Typed typed, Chosen chosen) {
        var wrong = new ArrayList<Wrong>();
        Envelope says = typed.envelope();
        for (Enclosed which : Enclosed.values()) {
            if (chosen.keeps(which)) {
                switch (filling.file(says.codename(), says, which)) {
                    case Found.None _ -> {}
                    case Found.Here(_, Octets file) -> chosen.files().put(which, file.bytes());
                    case Found.Spoilt _ ->
                            wrong.add(
                                    new Wrong(
                                            which.field(),
                                            Sentence.of("envelope.file.does-not-open")));
                }
            }
        }
        return wrong;
    }

    private List<Wrong> wrong(Typed typed, Optional<CaseCompartment> place) {
        var wrong = new ArrayList<Wrong>();
        Envelope says = typed.envelope();
        if (says.isEmpty()) {
            wrong.add(new Wrong("name", Sentence.of("envelope.fill.empty")));
        }
        Map.of(
                        "name", says.name(),
                        "address", says.address(),
                        "health", says.health(),
                        "authority", says.authority())
                .forEach((field, text) -> {
                    if (text.length() > CaseLimits.ENVELOPE_CHARACTERS) {
                        wrong.add(new Wrong(field, tooLong()));
                    }
                });
        if (place.isEmpty()) {
            wrong.add(new Wrong("place", Sentence.of("envelope.fill.no-place")));
        }
        if (typed.holders().isEmpty()) {
            wrong.add(new Wrong("holder", Sentence.of("envelope.fill.no-holder")));
        } else if (!filling.possibleHolders().containsAll(typed.holders())) {
            wrong.add(new Wrong("holder", Sentence.of("envelope.fill.other-holder")));
        }
        return wrong;
    }

    private static Sentence tooLong() {
        return Sentence.of("envelope.fill.too-long", "most", CaseLimits.ENVELOPE_CHARACTERS);
    }

    private Answer saved(Asked asked, Typed typed, Chosen chosen, CaseCompartment place) {
        Written came =
                filling.fill(
                        typed.envelope(), chosen.files(), place, typed.holders(), asked.keys());
        return switch (came) {
            case Written.Kept _ -> Answer.goTo(path(asked.codename()));
            case Written.Shut _ -> notKept(asked, typed, chosen, "envelope.fill.no-place");
            case Written.Refused(NotWritten why) -> notKept(asked, typed, chosen, key(why));
        };
    }

    private Answer notKept(Asked asked, Typed typed, Chosen chosen, String key) {
        return page(asked, typed, chosen.wrong(List.of(new Wrong("place", Sentence.of(key)))));
    }

    private static String key(NotWritten why) {
        return switch (why) {
            case DESK_NOT_NAMED -> "envelope.fill.desk-not-named";
            case NO_HOLDER -> "envelope.fill.other-holder";
            case REKEY_DUE, OVERTAKEN -> "envelope.fill.overtaken";
            case TOO_MUCH,
                    NO_READER,
                    NO_SUCH_ENTRY,
                    ERASED_ALREADY,
                    SAYS_ERASED,
                    NOT_TOGETHER,
                    DOES_NOT_OPEN ->
                    "envelope.fill.not-kept";
        };
    }
}
