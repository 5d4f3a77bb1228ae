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
        List<CaseView.Line> shown = new Lines(visit, tools, names).of(timeline.lines());
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
                        new OpenReminders(tools, reading, visit).of(of),
                        new CaseView.Note(
                                new WhereToWrite(tools, of)
                                        .choices(sources, compartments, typing.compartment()),
                                typing.text(),
                                reading.lastNumber(of)),
                        wrong);
        String template = "casebook/case.jte";
        return wrong.isEmpty()
                ? Answer.page(template, Tools.CASE, view)
                : Answer.again(template, Tools.CASE, view);
    }

    private Answer note(Visit visit) {
        Typing typing = Typing.in(visit);
        return tools.reading(
                visit,
                reading ->
                        reading.at(visit.part("id"), tools.addresses())
                                .map(of -> note(visit, reading, of, typing))
                                .orElseGet(() -> Tools.gone(typing.text())));
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
        var where = new WhereToWrite(tools, of);
        return where.wrong(typing.compartment())
                .or(() -> written(reading, where.chosen(typing.compartment()), typing));
    }

    private Optional<Sentence> written(Reading reading, OwnCompartment where, Typing typing) {
        return isThere(reading, where, typing)
                ? Optional.empty()
                : tools.writes(reading, where.place(), new Saying.Note(typing.text()));
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
