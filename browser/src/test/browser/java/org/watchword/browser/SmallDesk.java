package org.watchword.browser;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.watchword.story.demo.Demo;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.Card;

/// A desk of three people in a process of its own, and browsers before it.
final class SmallDesk implements AutoCloseable {
    private final Demo demo;
    private final Chromium chromium;

    private SmallDesk(Demo demo, Chromium chromium) {
        this.demo = demo;
        this.chromium = chromium;
    }

    static SmallDesk open() {
        Path file = story();
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            throw new IllegalStateException("the story of the browser tests is wrong");
        }
        var wish = new Demo.Wish(file, story, 0, Optional.empty(), Optional.empty());
        return switch (Demo.open(wish, InstantSource.system())) {
            case Demo.Opening.Opened(Demo demo) ->
                    new SmallDesk(
                            demo, Chromium.start(Chromium.find(System.getenv()).orElseThrow()));
            case Demo.Opening.Not(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    /// The same desk after a week of use: nothing on it is empty.
    static SmallDesk lived() {
        SmallDesk desk = open();
        try (Sitting sitting = desk.signedIn("Wren", Device.desktop())) {
            AtTheDesk wren = desk.before(sitting, "Wren");
            var cast = new AWeek.Cast("Wren", "Heron", "Duty officer", "ALDER");
            new AWeek(wren, wren, desk.demo.today(), cast).lived();
            Card alder = desk.demo.card("ALDER").orElseThrow();
            desk.atTheDoor(sitting, alder, "no word of any card");
        }
        return desk;
    }

    /// The same desk with a case of ALDER, in which Wren and Heron read.
    static SmallDesk withACase() {
        SmallDesk desk = open();
        boolean more = true;
        while (more) {
            more = desk.demo.playNext().isPresent();
        }
        if (!desk.demo.failures().isEmpty()) {
            desk.close();
            throw new IllegalStateException(desk.demo.failures().toString());
        }
        return desk;
    }

    /// Types a call-sign and a word at the quiet door.
    void atTheDoor(Sitting sitting, Card card, String word) {
        sitting.open(demo.quietDoor());
        sitting.page().locator("#a").fill(card.callSign());
        sitting.page().locator("#b").fill(word);
        sitting.follow(sitting.page().locator("button"));
        sitting.page().locator("[role='status']").waitFor();
    }

    private static Path story() {
        try {
            var url = SmallDesk.class.getResource("quay.yaml");
            if (url == null) {
                throw new IOException("no story");
            }
            return Path.of(url.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Demo demo() {
        return demo;
    }

    Sitting sit(Device device) {
        return chromium.sit(device);
    }

    /// Somebody who has signed in on this device, with the board open.
    Sitting signedIn(String person, Device device) {
        Sitting sitting = chromium.sit(device);
        AtTheDesk.signIn(sitting, demo, person);
        sitting.open(demo.deskOf(person));
        return sitting;
    }

    AtTheDesk before(Sitting sitting, String person) {
        return new AtTheDesk(sitting, demo, person);
    }

    /// Lets so much time pass that every session locks itself.
    void lockEverybody() {
        demo.advance(Duration.ofMinutes(16));
    }

    /// The button of the form that goes there.
    static Locator button(Sitting sitting, String action) {
        return sitting.page().locator("form[action='" + action + "'] button").first();
    }

    /// How many messages this person's telephone has taken.
    int messagesTo(String person) {
        return demo.received(person).size();
    }

    static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 30 s: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        chromium.close();
        demo.close();
    }
}
