package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text of a gateway file with gaps such as `{to}`. Other braces stay what they are.
record Gapped(List<Part> parts) {
    private static final Pattern GAP = Pattern.compile("\\{([a-z][a-z-]*)}");

    Gapped {
        parts = List.copyOf(parts);
    }

    /// What the desk fills in.
    enum Gap {
        /// Where the gateway is, as it was set.
        BASE,
        USER,
        SECRET,
        /// Whom the message comes from; may be empty.
        SENDER,
        /// Whom it is for, with a plus.
        TO,
        /// The same without the plus.
        TO_DIGITS,
        TEXT,
        /// What the file says under `coding` for this text.
        CODING,
        /// The same for every try of a message, and says nothing about it.
        REFERENCE,
        /// Where the gateway reaches the desk; may be empty.
        DESK,
        /// The same with the incoming secret before the `@`, for a gateway that makes a header of
        /// it; may be empty.
        DESK_SIGNED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Gap> of(String word) {
            return List.of(values()).stream().filter(gap -> gap.word().equals(word)).findAny();
        }
    }

    /// A piece of it.
    sealed interface Part {}

    record Plain(String text) implements Part {}

    record Hole(Gap gap) implements Part {}

    static Gapped of(int line, String written) {
        var parts = new ArrayList<Part>();
        Matcher gaps = GAP.matcher(written);
        int at = 0;
        while (gaps.find()) {
            Gap gap =
                    Gap.of(gaps.group(1))
                            .orElseThrow(() -> new BadGateway(line, "gap", gaps.group()));
            parts.add(new Plain(written.substring(at, gaps.start())));
            parts.add(new Hole(gap));
            at = gaps.end();
        }
        parts.add(new Plain(written.substring(at)));
        return new Gapped(parts);
    }

    Set<Gap> gaps() {
        return parts.stream()
                .filter(Hole.class::isInstance)
                .map(part -> ((Hole) part).gap())
                .collect(Collectors.toSet());
    }

    /// The gaps filled and put together.
    ///
    /// @param escaped what is done to each value
    String fill(Map<Gap, String> values, UnaryOperator<String> escaped) {
        var all = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Plain(String text) -> all.append(text);
                case Hole(Gap gap) -> all.append(escaped.apply(values.getOrDefault(gap, "")));
            }
        }
        return all.toString();
    }

    String fill(Map<Gap, String> values) {
        return fill(values, UnaryOperator.identity());
    }

    /// Whether it names something that was set to nothing: then it is left out.
    boolean isIdle(Map<Gap, String> values) {
        return gaps().stream().anyMatch(gap -> values.getOrDefault(gap, "").isEmpty());
    }
}
