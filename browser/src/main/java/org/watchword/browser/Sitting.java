package org.watchword.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One person at one browser. It counts every touch, and keeps what the browser complains about:
/// errors, what the content policy forbade, and requests to anywhere but this machine.
public final class Sitting implements AutoCloseable {
    private final BrowserContext context;
    private final Device device;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int touches;
    private int pages;

    Sitting(BrowserContext context, Device device) {
        this.context = context;
        this.device = device;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || message.text().contains("Security")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDOMContentLoaded(_ -> pages++);
        page.onRequest(request -> {
            if (!isHere(request.url())) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    private static boolean isHere(String url) {
        String host = URI.create(url).getHost();
        return host == null
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("127.0.0.1");
    }

    public Page page() {
        return page;
    }

    public Device device() {
        return device;
    }

    public void open(String address) {
        page.navigate(address);
    }

    /// Presses something, as a finger does: one touch.
    public void press(Locator where) {
        where.click();
        touches++;
    }

    /// Presses what leads to another page, and waits until that page is there. The click alone may
    /// return while the form is still on its way, or when the first bytes of the answer came.
    public void follow(Locator where) {
        int before = pages;
        press(where);
        page.waitForCondition(() -> pages > before);
    }

    /// Types into a field: one touch for the field, one for each key.
    public void type(Locator where, String text) {
        where.click();
        where.pressSequentially(text);
        touches += 1 + text.length();
    }

    /// Types into whatever the page gave the keys to: one touch for each key. A page gives them
    /// when it is first drawn, which may be after it is there.
    public void keys(String text) {
        page.locator(":focus").first().waitFor();
        page.keyboard().type(text);
        touches += text.length();
    }

    public int touches() {
        return touches;
    }

    public void startCounting() {
        touches = 0;
    }

    /// From now on every answer comes this much later, as over a bad line.
    public void slowDownBy(Duration latency) {
        CDPSession wire = context.newCDPSession(page);
        wire.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency.toMillis());
        conditions.addProperty("downloadThroughput", 50_000);
        conditions.addProperty("uploadThroughput", 20_000);
        wire.send("Network.emulateNetworkConditions", conditions);
    }

    /// What the browser complained about so far.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// How wide the page really is; more than the device is wide, and people must scroll sideways.
    public int scrollWidth() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    public byte[] picture(boolean wholePage) {
        return page.screenshot(new Page.ScreenshotOptions().setFullPage(wholePage));
    }

    @Override
    public void close() {
        context.close();
    }
}
