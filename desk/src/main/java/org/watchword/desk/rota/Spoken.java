package org.watchword.desk.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.web.Visit;

/// Times of the rota as people read them.
final class Spoken {
    /// A sentence whose instants and days are put into words.
    static Sentence said(Sentence why, TimeWords times) {
        var gaps = new HashMap<String, Object>();
        why.gaps()
                .forEach((gap, value) ->
                        gaps.put(
                                gap,
                                switch (value) {
                                    case Instant at -> times.dayAndMinute(at);
                                    case LocalDate day -> day(day, times.language());
                                    default -> value;
                                }));
        return new Sentence(why.key(), gaps);
    }

    static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("EEE d MMM", language.locale()).format(day);
    }

    /// Hour and minute today, with the day on another.
    static String when(Instant at, Visit visit) {
        TimeWords times = visit.times();
        return times.isOneDay(at, visit.now()) ? times.minute(at) : times.dayAndMinute(at);
    }

    /// The day of the end is said where it is another than that of the beginning.
    static String span(Span span, Visit visit) {
        return when(span.from(), visit) + " – " + end(span.from(), span.to(), visit);
    }

    static String end(Instant from, Instant to, Visit visit) {
        return visit.times().isOneDay(from, to) ? visit.times().minute(to) : when(to, visit);
    }

    private Spoken() {}
}
