package org.watchword.desk.forgetting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Where a team sees what the desk forgets when, and sets it.
final class RetentionPages {
    static final String PATH = "/forgetting";
    static final String CAPABILITY = "people";

    private static final String PAGE = "forgetting/retention.jte";
    private static final String CHECK_INS = "check-ins";
    private static final String TEXTS = "texts";

    private final Store store;
    private final Forgetting forgetting;

    RetentionPages(Store store, Forgetting forgetting) {
        this.store = store;
        this.forgetting = forgetting;
    }

    List<Route> routes() {
        var freshly = new Gate.Freshly(CAPABILITY);
        return List.of(
                Route.get(PATH, freshly, this::show), Route.post(PATH, freshly, this::change));
    }

    private static Sentence title() {
        return Sentence.of("forgetting.title");
    }

    private Answer show(Visit visit) {
        Retention chosen = store.read(handle -> RetentionRows.read(handle, visit.now())).chosen();
        return Answer.page(
                PAGE,
                title(),
                view(
                        visit,
                        String.valueOf(chosen.checkInDays()),
                        String.valueOf(chosen.textDays()),
                        List.of()));
    }

    private Answer change(Visit visit) {
        String checkIns = visit.form().line(CHECK_INS).orElse("");
        String texts = visit.form().line(TEXTS).orElse("");
        OptionalInt checkInDays = days(checkIns);
        OptionalInt textDays = days(texts);
        var wrong = new ArrayList<Wrong>();
        if (checkInDays.isEmpty()) {
            wrong.add(wrong(CHECK_INS));
        }
        if (textDays.isEmpty()) {
            wrong.add(wrong(TEXTS));
        }
        if (!wrong.isEmpty()) {
            return Answer.again(PAGE, title(), view(visit, checkIns, texts, wrong));
        }
        var chosen = new Retention(checkInDays.getAsInt(), textDays.getAsInt());
        boolean _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    RetentionRows.write(
                                            turn, chosen, visit.present().person(), visit.now());
                                    return true;
                                });
        return Answer.goTo(PATH);
    }

    private static OptionalInt days(String typed) {
        return typed.matches("[0-9]{1,3}") && Retention.isAllowed(Integer.parseInt(typed))
                ? OptionalInt.of(Integer.parseInt(typed))
                : OptionalInt.empty();
    }

    private static Wrong wrong(String field) {
        return new Wrong(
                field,
                new Sentence(
                        "forgetting.wrong",
                        Map.of("least", Retention.LEAST_DAYS, "most", Retention.MOST_DAYS)));
    }

    private RetentionView view(Visit visit, String checkIns, String texts, List<Wrong> wrong) {
        Instant now = visit.now();
        return store.read(handle -> {
            RetentionRows.Set set = RetentionRows.read(handle, now);
            String waits =
                    set.from()
                            .map(from ->
                                    visit.words()
                                            .say(
                                                    "forgetting.waits",
                                                    Map.of(
                                                            "time",
                                                            visit.times().dayAndMinute(from),
                                                            "check",
                                                            set.now().checkInDays(),
                                                            "texts",
                                                            set.now().textDays())))
                            .orElse("");
            return new RetentionView(
                    checkIns,
                    texts,
                    waits,
                    forgetting.ages(handle, now).stream().map(age -> kind(visit, age)).toList(),
                    wrong);
        });
    }

    private static RetentionView.Kind kind(Visit visit, Forgetting.Age age) {
        return new RetentionView.Kind(
                visit.words().say("forgetting.kind." + age.kind()),
                visit.words().say("forgetting.days", "days", age.allowed().toDays()),
                age.oldest()
                        .map(at -> visit.times().dayAndMinute(at))
                        .orElseGet(() -> visit.words().say("forgetting.nothing")),
                age.isTooOld(visit.now()));
    }
}
