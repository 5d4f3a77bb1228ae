package org.watchword.desk.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// A desk with two code-names, a case lead, and words that come or do not come.
final class SilentNight implements AutoCloseable {
    static final PersonId SWIFT = new PersonId(4);
    static final RoleId LEAD = new RoleId("lead");

    final NightDesk desk;
    final CodenameId alder;
    final CodenameId birch;
    final Instant due;

    private SilentNight(NightDesk desk, CodenameId alder, CodenameId birch) {
        this.desk = desk;
        this.alder = alder;
        this.birch = birch;
        this.due = desk.clock.instant();
    }

    static SilentNight founded(Path dir) {
        var desk = NightDesk.founded(dir);
        desk.team.role("lead", "answer", "lead");
        desk.join(SWIFT, "Swift", LEAD);
        return new SilentNight(
                desk, desk.codename("Alder", "Send Heron."), desk.codename("Birch", ""));
    }

    /// The same desk, started again.
    SilentNight again(Path dir) {
        desk.close();
        return new SilentNight(NightDesk.again(dir, desk, Duration.ofSeconds(5)), alder, birch);
    }

    <T> T write(Function<Turn, T> piece) {
        return desk.team.store.writer().write(Lane.FIRST, piece::apply);
    }

    private Alarms alarms() {
        return desk.watch.alarms();
    }

    AlarmId silent(String key, CodenameId... who) {
        return write(turn -> alarms().silent(turn, silence(key, false, who)));
    }

    AlarmId silentInDrill(String key, CodenameId... who) {
        return write(turn -> alarms().silent(turn, silence(key, true, who)));
    }

    Silence silence(String key, boolean drill, CodenameId... who) {
        return new Silence(key, Arrays.asList(who), Optional.empty(), due, drill);
    }

    AlarmId many(String key, List<Silence> which) {
        return write(turn -> alarms().manySilent(turn, key, which));
    }

    void word(CodenameId who, Meaning meaning) {
        word(who, meaning, false);
    }

    void word(CodenameId who, Meaning meaning, boolean drill) {
        var word = new WordCame(who, meaning, Optional.empty(), desk.clock.instant(), drill);
        write(turn -> {
            alarms().word(turn, word);
            return word;
        });
    }

    Optional<AlarmId> openAbout(CodenameId who) {
        return desk.team.store.read(
                handle -> SignRows.openAbout(handle, who, false).stream().findFirst());
    }

    CodenameId twin(CodenameId of) {
        return write(turn -> {
            Codename real = desk.watch.ladders().codename(turn.handle(), of).orElseThrow();
            return alarms().drilling().twin(turn, real, "Alder in a drill").orElseThrow().id();
        });
    }

    /// A drill about that code-name, begun by Wren.
    AlarmId drill(Drilling.What what, String about) {
        return ((Drilling.Begun.Rings) begin(what, about)).alarm();
    }

    Drilling.Begun begin(Drilling.What what, String about) {
        var wish = new Drilling.Wish(about, what, NightDesk.WREN, name -> name + " in a drill");
        return write(turn -> alarms().drilling().begin(turn, wish));
    }

    Reply.ToDrill endDrill(AlarmId drill, PersonId by) {
        return write(turn -> alarms().drilling().end(turn, drill, by));
    }

    AlarmRoom room(AlarmId alarm) {
        return desk.room(alarm);
    }

    List<String> about(AlarmId alarm) {
        return room(alarm).about().stream().map(AlarmRoom.Concerned::name).toList();
    }

    boolean isOpen(AlarmId alarm) {
        return room(alarm).closedAt().isEmpty();
    }

    int open() {
        return desk.watch.openAlarms().size();
    }

    AlarmId call(String who) {
        var reply =
                desk.watch.logCall(
                        "form-" + who,
                        NightDesk.WREN,
                        new LoggedCall(Map.of(CallField.WHO, who), false));
        return ((RaiseReply.Raised) reply).alarm();
    }

    @Override
    public void close() {
        desk.close();
    }
}
