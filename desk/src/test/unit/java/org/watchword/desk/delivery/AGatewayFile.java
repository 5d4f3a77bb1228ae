package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.basis.Sentence;

/// A file that says how a gateway is spoken to.
class AGatewayFile {
    private static final String GOOD =
            """
            gateway: 1
            send:
              method: POST
              address: "{base}/send"
              headers:
                X-To: "{to}"
              text: "{text}"
              answers:
                - {is: sent, status: 200-299}
              id: own
            proof: basic
            incoming:
              method: POST
              sender: {header: X-From}
              text: body
            """;

    @ParameterizedTest
    @ValueSource(strings = {"kannel", "form", "json"})
    void that_comes_with_the_program_is_good(String name) {
        var good =
                assertInstanceOf(GatewayFile.Good.class, GatewayFile.read(SmsSettings.ready(name)));
        assertTrue(good.file().reports().isPresent());
        assertTrue(good.file().incoming().isPresent());
        assertTrue(good.file().saysWhereTheDeskIs());
    }

    @Test
    void may_leave_out_reports_and_the_question() {
        var good = assertInstanceOf(GatewayFile.Good.class, GatewayFile.read(GOOD));
        assertTrue(good.file().reports().isEmpty());
        assertTrue(good.file().probe().isEmpty());
        assertFalse(good.file().saysWhereTheDeskIs());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("gateway: 1", "gateway: 2", "choice", 1),
                Arguments.of("  method: POST", "  method: GET", "choice", 3),
                Arguments.of("\"{base}/send\"", "\"https://other.example/send\"", "address", 4),
                Arguments.of("\"{base}/send\"", "\"{base}/send?to={to}\"", "gap-here", 4),
                Arguments.of("\"{base}/send\"", "\"{base}/{secret}\"", "gap-here", 4),
                Arguments.of("\"{base}/send\"", "\"{base}.other.example/\"", "address", 4),
                Arguments.of("\"{base}/send\"", "\"{base}/a b\"", "address", 4),
                Arguments.of("\"{base}/send\"", "\"{base}/%zz\"", "address", 4),
                Arguments.of("\"{base}/send\"", "\"{base}/send#{user}\"", "address", 4),
                Arguments.of("    X-To: \"{to}\"", "    X-To: \"{text}\"", "gap-here", 6),
                Arguments.of("    X-To: \"{to}\"", "    X-To: \"{too}\"", "gap", 6),
                Arguments.of("    X-To: \"{to}\"", "    Host: \"x\"", "header", 6),
                Arguments.of("    X-To: \"{to}\"", "    \"X To\": \"x\"", "header", 6),
                Arguments.of("    X-To: \"{to}\"", "    X-To: \"a\\r\\nB: c\"", "characters", 6),
                Arguments.of("    X-To: \"{to}\"", "    X-To: [a]", "text", 6),
                Arguments.of("  text: \"{text}\"", "  form: {a: b}\n  text: c", "body", 3),
                Arguments.of("  text: \"{text}\"", "  texts: \"{text}\"", "unknown", 7),
                Arguments.of("status: 200-299", "status: fine", "status", 9),
                Arguments.of("is: sent", "is: busy", "never", 9),
                Arguments.of("is: sent", "is: alive", "choice", 9),
                Arguments.of("status: 200-299}", "status: 200, json: {sid: a}}", "pointer", 9),
                Arguments.of("  id: own", "  id: {json: sid}", "pointer", 10),
                Arguments.of("  id: own", "", "missing", 3),
                Arguments.of("proof: basic", "proof: {query: key}", "unknown", 11),
                Arguments.of("proof: basic\n", "", "missing", 1),
                Arguments.of("sender: {header: X-From}", "sender: {query: from}", "unknown", 14),
                Arguments.of(
                        "sender: {header: X-From}",
                        "sender: {header: A, form: B}",
                        "one-place",
                        14),
                Arguments.of("  text: body", "  text: body\n  text: body", "twice", 16),
                Arguments.of("  text: body", "  text: *a", "trick", 15),
                Arguments.of("  text: body", "  text: !!str body", "trick", 15),
                Arguments.of("  text: body", "  text: body\n---\na: b", "trick", 17),
                Arguments.of("  text: body", "  text: [", "broken", 15),
                Arguments.of("gateway: 1", "- a\n- b", "broken", 1));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void with_a_mistake_is_refused_with_its_line(String good, String bad, String why, int line) {
        assertTrue(GOOD.contains(good), good);
        var read = GatewayFile.read(GOOD.replace(good, bad));
        Sentence said = assertInstanceOf(GatewayFile.Bad.class, read).why();
        assertEquals("delivery.gateway.wrong." + why, said.key());
        assertEquals(line, said.gaps().get("line"));
        assertFalse(TestGround.book().in(TestGround.RUSSIAN).say(said).contains("{line}"));
    }

    @Test
    void is_read_with_a_thousand_emoji_in_it() {
        var read = GatewayFile.read(GOOD + "# " + "\uD83D\uDE00".repeat(1_000) + "\n");

        assertInstanceOf(GatewayFile.Good.class, read);
    }

    @Test
    void is_read_or_refused_with_halves_of_characters_in_it() {
        String halves = "\uD83D".repeat(2_000);

        assertInstanceOf(GatewayFile.Bad.class, GatewayFile.read(GOOD + "a: " + halves + "x\n"));
    }

    @Test
    void keeps_its_values_and_quotes_what_it_fills_in() {
        String json = "json: {n: 7, f: .inf, u: 1_000, b: true, z: null, l: [1, \"{text}\"]}";
        var read = GatewayFile.read(GOOD.replace("text: \"{text}\"", json));
        var good = assertInstanceOf(GatewayFile.Good.class, read);
        var values = Map.of(Gapped.Gap.BASE, "https://sms.example", Gapped.Gap.TEXT, "\"}\n{to}");
        var ask = new GatewayCall(good.file().send(), values).ask(Duration.ofSeconds(1));
        assertEquals(
                "{\"n\":7,\"f\":\".inf\",\"u\":\"1_000\",\"b\":true,\"z\":null,"
                        + "\"l\":[1,\"\\\"}\\n{to}\"]}",
                ask.orElseThrow().body());
        assertEquals("https://sms.example/send", ask.orElseThrow().to().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a", "{", "[]", "1", "a: *b", "? {a: b}", "\ud800"})
    void of_any_nonsense_is_refused(String nonsense) {
        assertInstanceOf(GatewayFile.Bad.class, GatewayFile.read(nonsense));
    }

    @Test
    void nested_without_end_is_refused() {
        assertInstanceOf(GatewayFile.Bad.class, GatewayFile.read("a: " + "[".repeat(8_000)));
        assertInstanceOf(
                GatewayFile.Bad.class,
                GatewayFile.read("a: " + "{a: ".repeat(100) + "}".repeat(100)));
    }
}
