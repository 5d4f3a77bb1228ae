package org.watchword.browser;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
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
            if (!person.isEmpty()) {
                enter(sitting, person);
            }
            String base = person.isEmpty() ? demo.startPage() : demo.deskOf(person);
            sitting.open(base + path);
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

    private void enter(Sitting sitting, String person) {
        String[] cookie = demo.signIn(person).orElseThrow().split("[=;]", 3);
        sitting.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(cookie[0], cookie[1])
                                        .setUrl(
                                                "https://"
                                                        + URI.create(demo.deskOf(person)).getHost()
                                                        + "/")
                                        .setSecure(true)
                                        .setHttpOnly(true)));
    }
}
