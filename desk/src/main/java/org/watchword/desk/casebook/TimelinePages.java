package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.EntryPage;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.ReadEntry;
import org.watchword.desk.ledger.WrittenBy;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.casefile.Saying;

/// A case: what was written in it, and the form that adds a note.
final class TimelinePages {
    private static final String ONE = Tools.CASES + "/{id}";
    private static final String TEXT = "text";

    private final Tools tools;

    TimelinePages(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Tools.READ, this::one),
                Route.writing(ONE + "/notes", Tools.READ, TEXT, this::note));
    }

    private Answer one(Visit visit) {
        return tools.reading(
                visit, (reading, of) -> page(visit, reading, of, Typing.NOTHING, List.of()));
    }

    /// What stands in the form for a note.
    private record Typing(String compartment, String text, long seen) {
        static final Typing NOTHING = new Typing("", "", 0);

        /// A long text is not lost over a character that came along when it was pasted.
        static Typing in(Visit visit) {
            return new Typing(
                    visit.form().cleaned("compartment").orElse(""),
                    visit.form().cleaned(TEXT).orElse(""),
                    visit.form()
                            .cleaned("seen")
                            .filter(text -> text.matches("[0-9]{1,18}"))
                            .map(Long::parseLong)
                            .orElse(Long.MAX_VALUE));
        }
    }

    private Answer page(
            Visit visit, Reading reading, OneCase of, Typing typing, List<Wrong> wrong) {
        Words words = visit.words();
        Team.Names names = tools.team().names();
        long before = Typed.before(visit);
        List<Timeline.Source> sources = reading.sources(of);
        Timeline timeline = Timeline.before(sources, before, CaseLimits.TIMELINE);
        var lines = new Lines(tools.addresses(), tools.vocabulary(), names, words);
        List<CaseView.Line> shown = timeline.lines().stream().map(lines::of).toList();
        List<OwnCompartment> his =
                of.compartments().stream().filter(one -> reading.reads(one.place())).toList();
        List<CaseView.Compartment> compartments =
                his.stream().map(one -> tools.shown(one, reading, names, words)).toList();
        String path = tools.path(of);
        var view =
                new CaseView.One(
                        path,
                        of.codeName().orElse(""),
                        compartments,
                        shown,
                        timeline.more() && !shown.isEmpty()
                                ? path + "?before=" + shown.getLast().number()
                                : "",
                        before == Long.MAX_VALUE ? "" : path,
                        his.size() < of.compartments().size(),
                        note(sources, compartments, typing, reading.lastNumber(of)),
                        wrong);
        String template = "casebook/case.jte";
        return wrong.isEmpty()
                ? Answer.page(template, Tools.CASE, view)
                : Answer.again(template, Tools.CASE, view);
    }

    /// Where somebody may write in several, none is chosen for him: a note in the wrong one is read
    /// by the wrong people.
    private CaseView.Note note(
            List<Timeline.Source> sources,
            List<CaseView.Compartment> compartments,
            Typing typing,
            long seen) {
        List<String> open =
                sources.stream()
                        .map(one -> tools.addresses().of(one.compartment().place().compartment()))
                        .toList();
        boolean isOnly = open.size() == 1;
        List<CaseView.Choice> choices =
                compartments.stream()
                        .filter(one -> open.contains(one.address()) && !one.isUnnamed())
                        .map(one ->
                                new CaseView.Choice(
                                        one.address(),
                                        label(one),
                                        isOnly || one.address().equals(typing.compartment())))
                        .toList();
        return new CaseView.Note(choices, typing.text(), seen);
    }

    private static String label(CaseView.Compartment one) {
        return (one.name().isEmpty() ? "?" : one.name())
                + " · "
                + String.join(", ", one.readers().stream().map(CaseView.Reader::name).toList());
    }

    private Answer note(Visit visit) {
        Typing typing = Typing.in(visit);
        return tools.reading(
                visit,
                reading ->
                        reading.at(visit.part("id"), tools.addresses())
                                .map(of -> note(visit, reading, of, typing))
                                .orElseGet(() -> gone(typing)));
    }

    /// He reads in no compartment of it any more: what he wrote is his to copy.
    private static Answer gone(Typing typing) {
        if (typing.text().isEmpty()) {
            throw new Route.NotHere();
        }
        var refused = new Answer.Refused(409, Sentence.of("casebook.note.gone"), Tools.CASES);
        return new Answer.Unkept(refused, typing.text());
    }

    private Answer note(Visit visit, Reading reading, OneCase of, Typing typing) {
        Optional<Wrong> wrong = Typed.note(typing.text());
        if (wrong.isEmpty()) {
            wrong = written(reading, of, typing).map(why -> new Wrong("compartment", why));
        }
        return wrong.map(one -> page(visit, reading, of, typing, List.of(one)))
                .orElseGet(() -> Answer.goTo(tools.path(of)));
    }

    /// Why it was not; empty when it was.
    private Optional<Sentence> written(Reading reading, OneCase of, Typing typing) {
        if (typing.compartment().isEmpty()) {
            return Optional.of(Sentence.of("casebook.note.choose"));
        }
        Optional<OwnCompartment> where = tools.compartment(of, typing.compartment());
        if (where.isEmpty()) {
            return Optional.of(Sentence.of("casebook.note.taken"));
        }
        if (where.get().label() instanceof Label.Unnamed) {
            return Optional.of(Sentence.of("casebook.unnamed"));
        }
        return isThere(reading, where.get(), typing)
                ? Optional.empty()
                : tools.writes(reading, where.get().place(), new Saying.Note(typing.text()));
    }

    /// Whether the same page was sent twice: then one note is enough.
    private static boolean isThere(Reading reading, OwnCompartment where, Typing typing) {
        if (!(reading.enter(where.place()) instanceof Entered.Open(OpenCompartment open))
                || !(open.before(Long.MAX_VALUE, 1)
                        instanceof EntryPage.Read(List<ReadEntry> last, _))
                || last.isEmpty()
                || !(last.getFirst() instanceof ReadEntry.Whole whole)) {
            return false;
        }
        return whole.number() > typing.seen()
                && whole.by().equals(new WrittenBy.Member(reading.me()))
                && Saying.in(whole.entry())
                        .equals(new Saying.Heard.Said(new Saying.Note(typing.text())));
    }
}
