package org.watchword.desk.watch.month;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The statistics of a month: on screen, on paper and for a spreadsheet.
public final class MonthPages {
    private static final String PATH = "/statistics";
    private static final Gate GATE = new Gate.May(Capability.ANSWER);

    private final Store store;
    private final Delivery delivery;

    public MonthPages(Store store, Delivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, visit -> page(visit, now(visit), List.of())),
                Route.post(PATH, GATE, this::choose),
                Route.get(PATH + "/{month}", GATE, visit -> page(visit, asked(visit), List.of())),
                Route.get(PATH + "/{month}/csv", GATE, this::csv));
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("watch.month.menu", PATH, Capability.ANSWER));
    }

    private static YearMonth now(Visit visit) {
        return YearMonth.from(visit.now().atZone(visit.times().zone()));
    }

    private static YearMonth asked(Visit visit) {
        return read(visit.part("month")).orElseThrow(Route.NotHere::new);
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return text.matches("20[0-9]{2}-[0-9]{2}")
                    ? Optional.of(YearMonth.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer choose(Visit visit) {
        var month = read(visit.form().text("month").orElse(""));
        return month.isPresent()
                ? Answer.goTo(PATH + "/" + month.get())
                : page(
                        visit,
                        now(visit),
                        List.of(new Wrong("month", Sentence.of("watch.month.wrong"))));
    }

    private Answer page(Visit visit, YearMonth month, List<Wrong> wrong) {
        var counted = counted(visit, month);
        var view =
                new MonthView.Page(
                        month.toString(),
                        name(visit, month),
                        wrong.isEmpty() ? month.toString() : visit.form().text("month").orElse(""),
                        !counted.time().end().isBefore(visit.now()),
                        lines(counted, visit.words(), Manner.onPage(visit)),
                        channels(counted, Manner.onPage(visit)),
                        wrong);
        var title = Sentence.of("watch.month.title");
        return wrong.isEmpty()
                ? Answer.page("watch/month/month.jte", title, view)
                : Answer.again("watch/month/month.jte", title, view);
    }

    private static String name(Visit visit, YearMonth month) {
        var locale = visit.words().language().locale();
        return DateTimeFormatter.ofPattern("LLLL y", locale).format(month);
    }

    /// From the first instant of a month to the first of the next, in the desk's zone.
    private record Time(Instant from, Instant end) {
        static Time of(YearMonth month, ZoneId zone) {
            return new Time(
                    month.atDay(1).atStartOfDay(zone).toInstant(),
                    month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        }
    }

    private record Failed(String label, Outages outages) {}

    private record Counted(Time time, Figures alarms, Figures drills, List<Failed> failed) {}

    private Counted counted(Visit visit, YearMonth month) {
        var time = Time.of(month, visit.times().zone());
        Instant to = time.end().isAfter(visit.now()) ? visit.now() : time.end();
        return store.read(handle -> {
            var raised = MonthRows.raised(handle, time.from(), time.end());
            var outages = delivery.outages(handle, time.from(), time.end());
            var failed = new ArrayList<Failed>();
            for (Channels.Setup channel : delivery.channels().all(handle)) {
                failed.add(
                        new Failed(
                                channel.label(),
                                Outages.of(outages, channel.id(), time.from(), to)));
            }
            return new Counted(
                    time,
                    Figures.of(raised.stream().filter(one -> !one.drill()).toList()),
                    Figures.of(raised.stream().filter(MonthRows.Counted::drill).toList()),
                    failed);
        });
    }

    /// How figures are written: for people, or for a spreadsheet.
    private interface Manner {
        String share(int count, int of);

        String lasting(Duration duration);

        String none();

        static Manner onPage(Visit visit) {
            return new Manner() {
                @Override
                public String share(int count, int of) {
                    return visit.words()
                            .say(
                                    "watch.month.share",
                                    Map.of("count", count, "percent", Figures.percent(count, of)));
                }

                @Override
                public String lasting(Duration duration) {
                    return visit.times().lasting(duration);
                }

                @Override
                public String none() {
                    return "–";
                }
            };
        }

        static Manner inSpreadsheet() {
            return new Manner() {
                @Override
                public String share(int count, int of) {
                    return Integer.toString(count);
                }

                @Override
                public String lasting(Duration duration) {
                    return Long.toString(duration.toSeconds());
                }

                @Override
                public String none() {
                    return "";
                }
            };
        }
    }

    /// What a figure is called, and how it is read.
    private record What(String key, Function<Figures, String> value) {}

    private static List<MonthView.Line> lines(Counted counted, Words words, Manner manner) {
        return List.of(
                        count("watch.month.raised", Figures::raised),
                        count("watch.month.of-calls", Figures::ofCalls),
                        count("watch.month.of-silence", Figures::ofSilence),
                        count("watch.month.of-help", Figures::ofHelp),
                        count("watch.month.of-others", Figures::ofOthers),
                        share("watch.month.within-10s", Figures::within10s, manner),
                        share("watch.month.within-40s", Figures::within40s, manner),
                        share("watch.month.within-5min", Figures::within5min, manner),
                        lasting("watch.month.median", Figures::median, manner),
                        lasting("watch.month.worst", Figures::worst, manner),
                        count("watch.month.unanswered", Figures::unanswered),
                        count("watch.month.late-words", Figures::lateWords),
                        count("watch.month.false-alarms", Figures::falseAlarms),
                        count("watch.month.open", Figures::open))
                .stream()
                .map(what ->
                        new MonthView.Line(
                                words.say(what.key()),
                                what.value().apply(counted.alarms()),
                                what.value().apply(counted.drills())))
                .toList();
    }

    private static What count(String key, ToIntFunction<Figures> of) {
        return new What(key, figures -> Integer.toString(of.applyAsInt(figures)));
    }

    private static What share(String key, ToIntFunction<Figures> of, Manner manner) {
        return new What(key, figures -> manner.share(of.applyAsInt(figures), figures.raised()));
    }

    private static What lasting(
            String key, Function<Figures, Optional<Duration>> of, Manner manner) {
        return new What(
                key, figures -> of.apply(figures).map(manner::lasting).orElse(manner.none()));
    }

    private static List<MonthView.Channel> channels(Counted counted, Manner manner) {
        return counted.failed().stream()
                .map(one ->
                        new MonthView.Channel(
                                one.label(),
                                Integer.toString(one.outages().count()),
                                manner.lasting(one.outages().total()),
                                manner.lasting(one.outages().longest())))
                .toList();
    }

    private Answer csv(Visit visit) {
        var month = asked(visit);
        var words = visit.words();
        var counted = counted(visit, month);
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        month.toString(),
                        words.say("watch.month.alarms"),
                        words.say("watch.month.drills")));
        lines(counted, words, Manner.inSpreadsheet())
                .forEach(line -> lines.add(List.of(line.what(), line.alarms(), line.drills())));
        lines.add(
                List.of(
                        words.say("watch.month.channel"),
                        words.say("watch.month.outages"),
                        words.say("watch.month.seconds-in-all"),
                        words.say("watch.month.seconds-longest")));
        channels(counted, Manner.inSpreadsheet())
                .forEach(one ->
                        lines.add(List.of(one.label(), one.count(), one.total(), one.longest())));
        return new Answer.Download("statistics-" + month + ".csv", "text/csv", Csv.of(lines));
    }
}
