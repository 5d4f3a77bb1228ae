package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.casebook.envelope.Drawn;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.watch.Markup;

/// A photo and a paper, over the pages that people use: Wren puts them into an envelope, and opens
/// it in the alarm.
class FilesOfAnEnvelopeOnPages {
    private static final String ADDRESS = "Mill Lane 7, second floor";
    private static final String FILL = "/codenames/1/envelope";
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([0-9a-f-]+)\"");
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private String door;
    private String place = "";

    @TempDir Path dir;

    @BeforeEach
    void open() {
        desk = new RoughDesk(dir);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        FilesOfRoughDesk.begin(desk, wren, desk.signedIn(RoughDesk.SOYKA));
        door = "/alarms/" + desk.there.get("alarms") + "/envelope/1";
        var found = PLACE.matcher(wren.get(FILL).text());
        assertTrue(found.find());
        place = found.group(1);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private RoughDesk.Page fill(Map<String, byte[]> files, String... more) {
        var fields = new ArrayList<>(List.of("address", ADDRESS, "place", place));
        fields.addAll(List.of("holder", "" + desk.person(RoughDesk.WREN)));
        fields.addAll(List.of(more));
        return wren.upload(FILL, files, fields.toArray(String[]::new));
    }

    private static void says(String what, RoughDesk.Page page) {
        assertTrue(page.text().contains(what), page.text());
        assertEquals(List.of(), Markup.complaints(page.text()));
    }

    private static void saysNothingOf(String what, RoughDesk.Page page) {
        assertFalse(page.text().contains(what), what);
    }

    private void isRefused(String why, RoughDesk.Page page) {
        assertEquals(422, page.status());
        says(why, page);
        says(ADDRESS, page);
        assertEquals(0, count("enclosure"));
        assertEquals(0, count("envelope"));
    }

    private static byte[] paper(int length) {
        return Drawn.pdf("x".repeat(length - Drawn.pdf("").length));
    }

    private static String within(byte[] picture, String type) {
        return "src=\"data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture);
    }

    private RoughDesk.Page opened() {
        wren.get(door);
        return wren.post(door, "reason", "Nobody answers.");
    }

    @Test
    void are_shown_within_the_page_behind_the_address_and_kept_by_a_press() {
        byte[] photo = Drawn.with(Drawn.jpeg(), 0xe1, Drawn.exif((short) 1));
        byte[] paper = Drawn.pdf("May act for somebody.");
        assertEquals(303, fill(Map.of("photo", photo, "paper", paper)).status());
        saysNothingOf("data:", wren.get(door));
        var page = opened();
        // Without what the telephone wrote into it.
        says(within(Drawn.jpeg(), "image/jpeg"), page);
        assertTrue(page.text().indexOf(ADDRESS) < page.text().indexOf("<img"));
        says("Save the lawyer's authority (PDF)", page);
        saysNothingOf("as it is called at home", page);
        var kept = wren.post(door + "/paper");
        assertEquals(200, kept.status());
        assertEquals(new String(paper, StandardCharsets.UTF_8), kept.text());
        assertEquals("application/pdf", kept.header("Content-Type"));
        assertEquals("attachment; filename=\"document.pdf\"", kept.header("Content-Disposition"));
        assertEquals("nosniff", kept.header("X-Content-Type-Options"));
        assertTrue(kept.header("Cache-Control").contains("no-store"));
        assertTrue(kept.header("Content-Security-Policy").endsWith("; sandbox"));
        assertEquals(405, wren.get(door + "/paper").status());
        assertEquals(1, count("envelope_opening WHERE shown = 2"));
        saysNothingOf("Save the", wren.get(door));
    }

    private void changes(String sql) {
        int _ = PastTheDesk.execute(desk.rooms().store(), sql);
    }

    private long count(String from) {
        return PastTheDesk.count(desk.rooms().store(), from);
    }

    @Test
    void come_to_nobody_who_did_not_open_the_envelope() {
        assertEquals(303, fill(Map.of("paper", Drawn.pdf("secret"))).status());
        // It was not opened yet.
        wren.get(door);
        var early = wren.post(door + "/paper");
        assertEquals(409, early.status());
        saysNothingOf("secret", early);
        var finch = desk.signedIn(RoughDesk.FINCH);
        finch.get("/");
        var other = finch.post(door + "/paper");
        assertTrue(other.status() >= 400, "" + other.status());
        saysNothingOf("secret", other);
        var _ = opened();
        changes("UPDATE alarm SET state = 'closed', closed_at = 1");
        var late = wren.post(door + "/paper");
        assertEquals(409, late.status());
        saysNothingOf("secret", late);
    }

    @Test
    void stay_until_a_new_one_comes_or_one_is_left_out() {
        assertEquals(303, fill(Map.of("photo", Drawn.jpeg(), "paper", paper(500))).status());
        says("A photo lies there", wren.get(FILL));
        assertEquals(303, fill(Map.of("photo", Drawn.png())).status());
        var page = wren.get(FILL);
        says("A photo lies there", page);
        says("A paper lies there", page);
        assertEquals(303, fill(Map.of(), "without", "paper").status());
        saysNothingOf("A paper lies there", wren.get(FILL));
        var open = opened();
        says(within(Drawn.png(), "image/png"), open);
        saysNothingOf("Save the", open);
        assertEquals(1, count("enclosure"));
    }

    @Test
    void have_two_megabytes_and_not_one_byte_more() {
        isRefused("This file has more than 2 MB", fill(Map.of("paper", paper(TWO_MEGABYTES + 1))));
        isRefused(
                "This file has more than 2 MB", fill(Map.of("photo", new byte[12 * 1024 * 1024])));
        assertEquals(303, fill(Map.of("paper", paper(TWO_MEGABYTES))).status());
        var _ = opened();
        assertEquals(TWO_MEGABYTES, wren.post(door + "/paper").text().length());
    }

    @Test
    void of_another_kind_empty_or_cut_off_are_refused_with_what_was_typed() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        isRefused("Choose a JPEG or PNG.", fill(Map.of("photo", script)));
        isRefused("Choose a JPEG or PNG.", fill(Map.of("photo", Drawn.pdf("x"))));
        isRefused("Choose a PDF, JPEG or PNG.", fill(Map.of("paper", script)));
        isRefused("This file is empty", fill(Map.of("photo", new byte[0])));
        byte[] cut = Arrays.copyOf(Drawn.png(), 60);
        var page = fill(Map.of("photo", cut, "paper", Drawn.pdf("good")));
        isRefused("This file is not whole", page);
        says("Choose this file again", page);
    }

    @Test
    void that_do_not_open_any_more_are_said_so_and_the_address_is_shown() {
        assertEquals(303, fill(Map.of("photo", Drawn.jpeg(), "paper", paper(500))).status());
        changes("UPDATE enclosure SET sealed = zeroblob(100)");
        var page = opened();
        says(ADDRESS, page);
        says("There was a photo, and it does not open", page);
        says("There was a paper", page);
        assertEquals(409, wren.post(door + "/paper").status());
        var again = fill(Map.of());
        assertEquals(422, again.status());
        says("What lies here does not open", again);
        assertEquals(303, fill(Map.of("photo", Drawn.png()), "without", "paper").status());
    }
}
