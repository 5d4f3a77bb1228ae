package org.watchword.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The system's own Chromium, started without a window and kept from calling home. Nothing is ever
/// downloaded: what drives it comes with the build, the browser from the system's packages.
public final class Chromium implements AutoCloseable {
    /// The line to show where no browser is found.
    public static final String HOW_TO_INSTALL = "apt-get install chromium";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Where the browser lies: `WATCHWORD_CHROMIUM`, or the first of its names on the path.
    public static Optional<Path> find(Map<String, String> environment) {
        var candidates = new ArrayList<Path>();
        Optional.ofNullable(environment.get("WATCHWORD_CHROMIUM"))
                .map(Path::of)
                .ifPresent(candidates::add);
        for (String folder : environment.getOrDefault("PATH", "/usr/bin").split(":", -1)) {
            NAMES.forEach(name -> candidates.add(Path.of(folder, name)));
        }
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    public static Chromium start(Path executable) {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, playwright.chromium().launch(options(executable)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    private static BrowserType.LaunchOptions options(Path executable) {
        var flags =
                new ArrayList<>(
                        List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--font-render-hinting=none"));
        if ("root".equals(System.getProperty("user.name"))) {
            flags.add("--no-sandbox");
        }
        return new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(flags);
    }

    /// A fresh browser of somebody's own: no cookie, nothing remembered.
    public Sitting sit(Device device) {
        return new Sitting(
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(device.width(), device.height())
                                .setDeviceScaleFactor(1)
                                .setLocale(device.language())
                                .setJavaScriptEnabled(device.script())
                                .setColorScheme(
                                        device.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)),
                device);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
