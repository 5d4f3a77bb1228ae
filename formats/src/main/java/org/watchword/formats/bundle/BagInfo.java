package org.watchword.formats.bundle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `bag-info.txt`: what the bag is, said to people, in the order in which it was said. Labels that
/// nobody reserved are kept like the others.
public record BagInfo(List<Element> elements) {
    public static final String NAME = "bag-info.txt";

    private static final String BUNDLE_VERSION = "Bundle-Version";
    private static final String BAGGING_DATE = "Bagging-Date";

    private static final Set<String> ONCE =
            Set.of(
                    BUNDLE_VERSION,
                    PayloadOxum.LABEL,
                    BAGGING_DATE,
                    "Bag-Size",
                    "Bag-Group-Identifier",
                    "Bag-Count");

    /// Labels mean the same in capitals and small letters, and are spelled like this.
    private static final Map<String, String> RESERVED =
            Stream.concat(
                            ONCE.stream(),
                            Stream.of(
                                    "Source-Organization",
                                    "Organization-Address",
                                    "Contact-Name",
                                    "Contact-Phone",
                                    "Contact-Email",
                                    "External-Description",
                                    "External-Identifier",
                                    "Internal-Sender-Identifier",
                                    "Internal-Sender-Description"))
                    .collect(Collectors.toMap(BagInfo::small, Function.identity()));

    private static final String BETWEEN = ": ";

    /// The first of every bundle.
    private static final Element BUNDLE = new Element(BUNDLE_VERSION, "1");

    /// A label and what is said under it, each on one line.
    public record Element(String label, String value) {
        /// @throws IllegalArgumentException when one of them cannot stand there
        public Element {
            Letters.line(label, Limits.LABEL);
            Letters.line(value, Limits.TEXT);
            boolean respelled = !RESERVED.getOrDefault(small(label), label).equals(label);
            Flawed.when(label.indexOf(':') >= 0 || respelled, Failure.LINE_MALFORMED);
            switch (label) {
                case BAGGING_DATE -> checkDate(value);
                case PayloadOxum.LABEL -> PayloadOxum.parse(value);
                default -> {}
            }
        }

        static Element read(String line) {
            int at = line.indexOf(BETWEEN);
            Flawed.when(at < 0, Failure.LINE_MALFORMED);
            return new Element(line.substring(0, at), line.substring(at + BETWEEN.length()));
        }

        String line() {
            return label + BETWEEN + value;
        }
    }

    /// In the order in which they were said.
    ///
    /// @throws IllegalArgumentException when it is not said which bundle it is and how large, or
    ///   something twice that may be said once
    public BagInfo {
        elements = List.copyOf(elements);
        Flawed.when(
                elements.isEmpty() || !elements.getFirst().equals(BUNDLE),
                Failure.OTHER_BUNDLE_VERSION);
        Set<String> said = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String label = elements.get(i).label();
            if (!said.add(label) && ONCE.contains(label)) {
                throw new Flawed(Failure.ELEMENT_TWICE, i);
            }
        }
        if (!said.contains(PayloadOxum.LABEL)) {
            throw new Flawed(Failure.ELEMENT_MISSING, Flawed.ALL);
        }
    }

    /// About a payload of these files.
    ///
    /// @param about what else is said, for people
    static BagInfo of(List<Element> about, PayloadOxum oxum) {
        var elements = new ArrayList<Element>();
        elements.add(BUNDLE);
        elements.addAll(about);
        elements.add(new Element(PayloadOxum.LABEL, oxum.toString()));
        return new BagInfo(elements);
    }

    private static String small(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private static void checkDate(String value) {
        try {
            Flawed.when(!LocalDate.parse(value).toString().equals(value), Failure.LINE_MALFORMED);
        } catch (DateTimeException e) {
            throw new Flawed(Failure.LINE_MALFORMED);
        }
    }

    public PayloadOxum payloadOxum() {
        return PayloadOxum.parse(values(PayloadOxum.LABEL).getFirst());
    }

    /// What was said under this label, in order.
    public List<String> values(String label) {
        return elements.stream()
                .filter(element -> element.label().equals(label))
                .map(Element::value)
                .toList();
    }

    int lineOfOxum() {
        return 1 + elements.stream().map(Element::label).toList().indexOf(PayloadOxum.LABEL);
    }

    /// All of it, or nothing.
    ///
    /// @throws BundleFailure when it is none, of the kind form or version
    public static BagInfo read(byte[] content) throws BundleFailure {
        List<Element> elements =
                TagLines.read(NAME, content, Limits.SMALL_FILE)
                        .each(1, Element::read, Element::line);
        try {
            return new BagInfo(elements);
        } catch (Flawed flawed) {
            throw flawed.in(NAME, 1);
        }
    }

    /// What was read gives the bytes it was read from.
    public byte[] bytes() {
        return TagLines.bytes(elements.stream().map(Element::line).toList());
    }
}
