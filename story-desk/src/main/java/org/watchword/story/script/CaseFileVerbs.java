package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the verbs of case files: who belongs, cases and their compartments, the envelope.
final class CaseFileVerbs {
    private static final List<String> ENVELOPE = List.of("name", "address", "health", "authority");

    private final Names names;

    CaseFileVerbs(Names names) {
        this.names = names;
    }

    Map<String, Function<Block, Verb>> all() {
        Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("open_files", b -> new Verb.OpenFiles());
        verbs.put("found", b -> new Verb.Found(someOf(b, "with")));
        verbs.put("sign", b -> new Verb.Sign());
        verbs.put("invite", b -> new Verb.Invite(person(b, "whom")));
        verbs.put("let_in", b -> new Verb.LetIn(person(b, "whom")));
        verbs.put("remove", b -> new Verb.Remove(person(b, "whom")));
        verbs.put("print_sheet", b -> new Verb.PrintSheet());
        verbs.put("shut_out", b -> new Verb.ShutOut(person(b, "whom")));
        verbs.put("shut_out_by_code", b -> new Verb.ShutOutByCode(person(b, "whom")));
        verbs.put("lift", b -> new Verb.Lift(person(b, "whom")));
        verbs.put("open_case", this::openCase);
        verbs.put(
                "open_compartment",
                b ->
                        new Verb.OpenCompartment(
                                ofCase(b, "case"), b.text("name"), people(b, "readers")));
        verbs.put(
                "take_out",
                b -> new Verb.TakeOut(ofCase(b, "case"), b.text("from"), person(b, "whom")));
        verbs.put(
                "write",
                b -> new Verb.Write(ofCase(b, "case"), b.maybeText("into"), b.text("text")));
        verbs.put("look_into", b -> new Verb.Look(ofCase(b, "case")));
        verbs.put("remind", this::remind);
        verbs.put("end_reminder", b -> new Verb.EndReminder(ofCase(b, "case")));
        verbs.put("fill_envelope", this::fillEnvelope);
        verbs.put("open_envelope", b -> new Verb.OpenEnvelope(about(b), b.text("reason")));
        verbs.put("agree_envelope", b -> new Verb.AgreeEnvelope(about(b)));
        verbs.put("show_envelope", b -> new Verb.ShowEnvelope(about(b)));
        return verbs;
    }

    /// A case is known from the step on that opens it.
    private Verb openCase(Block b) {
        String name = b.text("name");
        names.cases.add(name);
        return new Verb.OpenCase(name, people(b, "readers"));
    }

    private Verb remind(Block b) {
        return new Verb.Remind(
                ofCase(b, "case"),
                b.maybeText("into"),
                Times.duration(b.lineOf("in"), b.text("in")),
                b.text("text"));
    }

    private Verb fillEnvelope(Block b) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : ENVELOPE) {
            b.maybeText(field).ifPresent(text -> texts.put(field, text));
        }
        return new Verb.FillEnvelope(about(b), texts, someOf(b, "holders"), people(b, "read_by"));
    }

    private String ofCase(Block b, String field) {
        return names.ofCase(b.lineOf(field), b.text(field));
    }

    private String about(Block b) {
        return names.codename(b.lineOf("about"), b.text("about"));
    }

    private String person(Block b, String field) {
        return names.person(b.lineOf(field), b.text(field));
    }

    private List<String> someOf(Block b, String field) {
        b.need(field);
        return people(b, field);
    }

    private List<String> people(Block b, String field) {
        return names.persons(b.lineOf(field), b.texts(field));
    }
}
