package org.watchword.story.visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// A form of a page, as it stands there, being filled in.
public final class PageForm {
    private final Page page;
    private final Element form;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private record Field(String name, String value) {}

    PageForm(Page page, Element form) {
        this.page = page;
        this.form = form;
        for (Element e : form.select("input[name], textarea[name], select[name]")) {
            given(e).ifPresent(value -> fields.add(new Field(e.attr("name"), value)));
        }
    }

    /// What a browser would send of a control that nobody touched.
    private static Optional<String> given(Element e) {
        if (e.hasAttr("disabled")) {
            return Optional.empty();
        }
        return switch (e.normalName()) {
            case "textarea" -> Optional.of(e.wholeText());
            case "select" -> {
                Element chosen = e.selectFirst("option[selected]");
                Element first = chosen == null ? e.selectFirst("option") : chosen;
                yield Optional.ofNullable(first).map(Element::val);
            }
            default ->
                    switch (e.attr("type")) {
                        case "checkbox", "radio" ->
                                e.hasAttr("checked") ? Optional.of(e.val()) : Optional.empty();
                        case "submit", "button", "image", "reset", "file" -> Optional.empty();
                        default -> Optional.of(e.val());
                    };
        };
    }

    public Page page() {
        return page;
    }

    /// Where it goes; a form that says nothing goes where its page stands.
    public String action() {
        String action = form.attr("action");
        return action.isEmpty() ? page.path() : action;
    }

    /// What stands in it and on its buttons.
    public String words() {
        return form.text();
    }

    /// Whether a person would find such a field in it.
    public boolean has(String name) {
        return !form.select("[name=" + name + "]").isEmpty();
    }

    /// What stands in a field now; empty when it is missing.
    public String value(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /// How many fields there are to fill in by hand.
    public long fieldsToFill() {
        return form.select("input[type=text], input:not([type]), textarea, select").size();
    }

    /// Fills a field in, or ticks this choice of it.
    public PageForm with(String name, String value) {
        if (!has(name)) {
            throw new NoSuchThing("no field " + name + " in the form " + action());
        }
        fields.removeIf(f -> f.name().equals(name));
        fields.add(new Field(name, value));
        return this;
    }

    /// Chooses a file.
    public PageForm attaching(String name, byte[] file) {
        if (form.select("input[type=file][name=" + name + "]").isEmpty()) {
            throw new NoSuchThing("no field for a file " + name + " in the form " + action());
        }
        files.put(name, file.clone());
        return this;
    }

    /// Ticks the choice of a field whose label reads like this.
    public PageForm ticking(String name, String reads) {
        return with(
                name,
                choice(name, reads, label -> Page.plain(label).startsWith(Page.plain(reads))));
    }

    /// Ticks the choice of a field whose label ends like this.
    public PageForm tickingEnd(String name, String reads) {
        return with(
                name, choice(name, reads, label -> Page.plain(label).endsWith(Page.plain(reads))));
    }

    /// Ticks those choices of a field whose labels are exactly these, and no others.
    public PageForm tickingAll(String name, List<String> read) {
        return ticked(
                name,
                read.stream()
                        .map(one -> choice(name, one, label -> label.strip().equals(one)))
                        .toList());
    }

    /// Ticks the choices of a field with these values, and no others.
    public PageForm ticked(String name, List<String> values) {
        fields.removeIf(f -> f.name().equals(name));
        values.forEach(value -> fields.add(new Field(name, value)));
        return this;
    }

    private String choice(String name, String reads, Predicate<String> label) {
        for (Element one : form.select("label:has([name=" + name + "])")) {
            Element choice = one.selectFirst("[name=" + name + "]");
            if (choice != null && label.test(one.text())) {
                return choice.val();
            }
        }
        throw new NoSuchThing("no choice " + reads + " in the form " + action());
    }

    /// Fills in the one field there is to fill in by hand.
    public PageForm withOnly(String value) {
        Element field = form.selectFirst("input[type=text], input:not([type]), textarea");
        if (field == null) {
            throw new NoSuchThing("a field to fill in, in the form " + action());
        }
        return with(field.attr("name"), value);
    }

    /// Chooses the option that reads like this.
    public PageForm choosing(String name, String reads) {
        for (Element option : form.select("select[name=" + name + "] option")) {
            String text = Page.plain(option.text());
            String wanted = Page.plain(reads);
            if (text.equals(wanted) || text.startsWith(wanted + " ")) {
                return with(name, option.val());
            }
        }
        throw new NoSuchThing("no choice " + reads + " in the form " + action());
    }

    /// Presses the button with this value, or the only one that has the name.
    public PageForm pressing(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /// As it leaves; a form with files is sent as its page says.
    Posted posted() {
        if (!form.attr("enctype").equals("multipart/form-data")) {
            return Posted.fields(encoded());
        }
        var parts = new Posted.Parts();
        fields.forEach(field -> parts.field(field.name(), field.value()));
        return parts.with(files);
    }

    private String encoded() {
        return fields.stream()
                .map(f -> encoded(f.name()) + "=" + encoded(f.value()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }
}
