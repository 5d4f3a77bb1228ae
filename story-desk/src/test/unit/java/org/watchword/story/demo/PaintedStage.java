package org.watchword.story.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.script.Story;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Credentials;

/// A stage on which nothing runs: two people, two chapters, one text.
final class PaintedStage implements Stage {
    static final Instant NOW = Instant.parse("2021-02-04T12:01:12Z");

    final List<String> done = new ArrayList<>();
    Optional<String> cookie = Optional.of("watchword=abc; Path=/; HttpOnly; SameSite=Strict");
    boolean takes = true;
    String said = "Press <b>here</b>.";

    @Override
    public Story story() {
        var english = new Language("en");
        return new Story(
                "The quay",
                new Story.Place(
                        "Quay", ZoneId.of("Europe/Moscow"), LocalDate.of(2021, 2, 4), english),
                new Story.Team(
                        List.of(person("Wren"), person("Сойка")),
                        List.of(new Story.Role(new RoleId("duty"), "Duty officer", Set.of())),
                        List.of()),
                new Story.Watchkeeping(List.of(), List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                Story.Beginning.FOUNDED);
    }

    private static Story.Person person(String name) {
        return new Story.Person(
                name,
                new Language("en"),
                List.of(new RoleId("duty")),
                Map.of("Mail", "x@quay"),
                Set.of());
    }

    @Override
    public Scene scene() {
        var measured = new Sentence("demo.measured.lost", Map.of("count", 0));
        return new Scene(
                NOW,
                true,
                List.of(
                        new Chapter(
                                1,
                                "the call",
                                NOW.minusSeconds(60),
                                false,
                                new Progress.Played(true, List.of(measured))),
                        new Chapter(2, "the kill", NOW, true, new Progress.ToCome()),
                        new Chapter(3, "the rest", NOW, false, new Progress.ToCome())),
                story().team().people().stream()
                        .map(person ->
                                new Phone(
                                        person,
                                        List.of(new Text(NOW, "Mail", "Alarm", said, false)),
                                        List.of("Mail")))
                        .toList());
    }

    @Override
    public boolean play(int number) {
        return done.add("play " + number);
    }

    @Override
    public Optional<String> signIn(String person) {
        done.add("sign in " + person);
        return cookie;
    }

    @Override
    public boolean say(String person, String channel, String text) {
        return takes && done.add(person + " over " + channel + ": " + text);
    }

    @Override
    public Credentials credentials(String person) {
        return new Credentials(person, "four-herons", "246810");
    }

    @Override
    public String quietDoor() {
        return "http://door.localhost:8444/";
    }

    @Override
    public Map<String, Card> cards() {
        return Map.of("ALDER", new Card("heron", "apple lamp", List.of(), "red boat", "blue kite"));
    }

    @Override
    public String staffDesk() {
        return "http://staff.localhost:4321/";
    }

    @Override
    public String deskOf(String person) {
        return "http://" + story().team().person(person).host() + ":4321/";
    }
}
