package org.watchword.browser;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.watchword.story.AnswerWords;
import org.watchword.story.demo.Demo;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;

/// Makes `docs/pictures` from a running demo: each page light, dark, and on a telephone.
public final class Pictures {
    private static final Device WIDE = new Device(1280, 860, false, "en", true);
    private static final int SURROUNDINGS = 3;

    /// Who of the story plans and makes cards, and who reads Russian.
    private static final String KEEPER = "Swift";

    private static final String RUSSIAN = "Heron";
    private static final String THE_ADDRESS = "the address";
    private static final List<String> NOTES =
            List.of(
                    "The neighbour on the second floor heard a car at ten to three. She will talk"
                            + " to the lawyer, not to anybody else.",
                    "Heron has the authority of both with him. He asks at the station at Quay"
                            + " Street first.");

    private final Demo demo;
    private final Chromium chromium;
    private final Path directory;
    private final PrintStream out;

    private Pictures(Demo demo, Chromium chromium, Path directory, PrintStream out) {
        this.demo = demo;
        this.chromium = chromium;
        this.directory = directory;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        if (LoggerFactory.getLogger("ROOT") instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.WARN);
        }
        System.exit(run(Path.of(System.getProperty("watchword.home", ".")), System.out));
    }

    private static int run(Path home, PrintStream out) throws IOException {
        Optional<Path> browser =
                Optional.ofNullable(System.getProperty("watchword.chromium"))
                        .map(Path::of)
                        .or(() -> Chromium.find(System.getenv()));
        Path file = home.resolve("stories").resolve("harbour.yaml");
        if (browser.isEmpty()) {
            out.println("There is no Chromium here. " + Chromium.HOW_TO_INSTALL);
            return SURROUNDINGS;
        }
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            out.println("The story cannot be read: " + file);
            return SURROUNDINGS;
        }
        var wish = new Demo.Wish(file, story, 0, Optional.empty(), Optional.empty());
        return switch (Demo.open(wish, InstantSource.system())) {
            case Demo.Opening.Opened(Demo demo) -> {
                Path directory = home.resolve("docs").resolve("pictures");
                Files.createDirectories(directory);
                try (demo;
                        var chromium = Chromium.start(browser.get())) {
                    new Pictures(demo, chromium, directory, out).all(story);
                }
                yield 0;
            }
            case Demo.Opening.Not(var why) -> {
                out.println("The demo does not open: " + why.key());
                yield SURROUNDINGS;
            }
        };
    }

    private void all(Story story) throws IOException {
        String officer =
                story.steps().stream()
                        .flatMap(step -> step.deed().stream())
                        .flatMap(deed -> deed.who().stream())
                        .findFirst()
                        .orElseThrow();
        everyWay("call", officer, "call", false);
        demo.playNext();
        everyWay("start", "", "", true);
        everyWay("board", officer, "", false);
        everyWay("alarm", officer, "alarms/1", true);
        answer(story);
        week();
        awaited();
        door("en", "");
        door("ru", "-ru");
        for (var played = demo.playNext(); played.isPresent(); played = demo.playNext()) {
            out.println("a chapter is played");
            if (played.get().chapter().equals(THE_ADDRESS)) {
                caseFiles();
            }
        }
        afterwards();
    }

    /// What the team of the story leaves on its desk, so that the pages show something.
    private void week() {
        try (Sitting one = chromium.sit(WIDE);
                Sitting other = chromium.sit(WIDE)) {
            var cast = new AWeek.Cast("Wren", "Finch", "Duty officer", "BIRCH");
            new AWeek(at(one, KEEPER), at(other, "Wren"), demo.today(), cast).lived();
        }
    }

    /// The pages around the silent watch. Heron reads Russian.
    private void awaited() throws IOException {
        everyWay("watches", KEEPER, "watches", false);
        everyWay("watch", KEEPER, "watches/1", false);
        everyWay("rota", KEEPER, "rota", false);
        everyWay("first-night", KEEPER, "first-night", false);
        everyWay("statistics", KEEPER, "statistics", false);
        take("watch-ru-phone.png", Device.phone(), RUSSIAN, "watches/1", false);
        take("rota-ru-phone.png", Device.phone().inTheDark(), RUSSIAN, "rota", false);
        take("first-night-ru-phone.png", Device.phone(), RUSSIAN, "first-night", false);
        take("statistics-ru-phone.png", Device.phone(), RUSSIAN, "statistics", false);
        take("watches-ru-phone.png", Device.phone(), RUSSIAN, "watches", false);
        take("drills.png", WIDE, KEEPER, "drills", false);
        take("drills-phone.png", Device.phone(), KEEPER, "drills", false);
    }

    /// Who belongs, a case with some notes, and the envelope as its holder sees it once more.
    private void caseFiles() throws IOException {
        everyWay("belonging", KEEPER, "belonging", true);
        String ofCase = noted();
        everyWay("case", KEEPER, ofCase, true);
        take("compartments.png", WIDE, KEEPER, ofCase + "/compartments", true);
        try (Sitting sitting = chromium.sit(Device.phone())) {
            AtTheDesk holder = at(sitting, RUSSIAN);
            holder.open("alarms/1/envelope/1");
            holder.press("form[action$='/show'] button");
            kept("envelope-ru-phone.png", sitting, true);
        }
    }

    /// Writes into the only case there is.
    ///
    /// @return its path
    private String noted() {
        try (Sitting sitting = chromium.sit(WIDE)) {
            AtTheDesk keeper = at(sitting, KEEPER);
            keeper.open("cases");
            String path = keeper.at("h2 a").first().getAttribute("href");
            for (String note : NOTES) {
                keeper.open(path.substring(1));
                keeper.fill("text", note);
                keeper.choose("compartment", 0);
                keeper.send(path + "/notes");
            }
            return path.substring(1);
        }
    }

    private void door(String language, String suffix) throws IOException {
        try (Sitting sitting = chromium.sit(WIDE)) {
            AtTheDesk keeper = at(sitting, KEEPER);
            keeper.open("door");
            keeper.at("#door-language").selectOption(language);
            keeper.press("#choose-look");
        }
        picture("door" + suffix + ".png", WIDE, demo.quietDoor(), false);
        picture("door" + suffix + "-phone.png", Device.phone(), demo.quietDoor(), false);
    }

    /// After a forced word and a night without a word; the card comes last, because it burns the
    /// one that the story plays with.
    private void afterwards() throws IOException {
        everyWay("forced", "Finch", "alarms/1", false);
        take("forced-ru-phone.png", Device.phone(), RUSSIAN, "alarms/1", false);
        take("late-phone.png", Device.phone(), "Finch", "watches", false);
        everyWay("partner", KEEPER, "partner", false);
        take("partner-ru-phone.png", Device.phone(), RUSSIAN, "partner", false);
        String out = demo.staffDesk() + "shut-out";
        picture("shut-out-phone.png", Device.phone(), out, true);
        picture("shut-out-ru-phone.png", Device.phone().speaking("ru"), out, true);
        card("card.png", WIDE, "en");
        card("card-ru-phone.png", Device.phone(), "ru");
    }

    private void card(String name, Device device, String language) throws IOException {
        try (Sitting sitting = chromium.sit(device)) {
            AtTheDesk keeper = at(sitting, KEEPER);
            keeper.open("codenames/1/words");
            keeper.at("#card-language").selectOption(language);
            keeper.press("#make-card");
            kept(name, sitting, false);
        }
    }

    private AtTheDesk at(Sitting sitting, String person) {
        AtTheDesk.signIn(sitting, demo, person);
        return new AtTheDesk(sitting, demo, person);
    }

    /// Where the link in the newest message leads, for whoever has it.
    private void answer(Story story) throws IOException {
        String link =
                story.team().people().stream()
                        .flatMap(person -> demo.received(person.name()).reversed().stream())
                        .flatMap(message -> AnswerWords.link(message).stream())
                        .findFirst()
                        .orElseThrow();
        picture("answer.png", WIDE, link, true);
        picture("answer-dark.png", WIDE.inTheDark(), link, true);
        picture("answer-phone.png", Device.phone(), link, false);
    }

    private void picture(String name, Device device, String address, boolean whole)
            throws IOException {
        try (Sitting sitting = chromium.sit(device)) {
            sitting.open(address);
            kept(name, sitting, whole);
        }
    }

    /// One page in all its dresses.
    ///
    /// @param person whose desk; empty for the start page
    private void everyWay(String name, String person, String path, boolean whole)
            throws IOException {
        take(name + ".png", WIDE, person, path, whole);
        take(name + "-dark.png", WIDE.inTheDark(), person, path, whole);
        take(name + "-phone.png", Device.phone(), person, path, false);
    }

    private void take(String name, Device device, String person, String path, boolean whole)
            throws IOException {
        try (Sitting sitting = chromium.sit(device)) {
            if (person.isEmpty()) {
                sitting.open(demo.startPage() + path);
            } else {
                at(sitting, person).open(path);
            }
            // The live script puts its first look in place within a second.
            sitting.page().waitForTimeout(1_500);
            kept(name, sitting, whole);
        }
    }

    private void kept(String name, Sitting sitting, boolean whole) throws IOException {
        byte[] picture = SmallPng.of(sitting.picture(whole));
        Files.write(directory.resolve(name), picture);
        out.printf("%-20s %4d kB%n", name, picture.length / 1024);
    }
}
