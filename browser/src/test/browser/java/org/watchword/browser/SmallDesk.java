package org.watchword.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.watchword.story.demo.Demo;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;

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
        String[] cookie = demo.signIn(person).orElseThrow().split("[=;]", 3);
        sitting.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(cookie[0], cookie[1])
                                        .setUrl(httpsOf(demo.deskOf(person)))
                                        .setSecure(true)
                                        .setHttpOnly(true)));
        sitting.open(demo.deskOf(person));
        return sitting;
    }

    /// The browser's own hand would refuse a `Secure` cookie for an `http` address.
    private static String httpsOf(String address) {
        URI http = URI.create(address);
        return "https://" + http.getHost() + "/";
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
