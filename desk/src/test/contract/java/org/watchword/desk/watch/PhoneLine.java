package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.basis.Patience.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;
import org.watchword.desk.store.Writer.Lane;

/// The phones of a team: what each got, one after the other, and what is sent from them.
final class PhoneLine {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final Pattern LINK =
            Pattern.compile("https://desk.example/a/([A-Za-z0-9_-]{22}) [^0-9]* ([0-9]{2})");

    private final NightDesk desk;
    private final Map<String, Integer> read = new HashMap<>();
    private int words;
    final ChannelId channel;

    PhoneLine(NightDesk desk) {
        this(desk, Map.of());
    }

    PhoneLine(NightDesk desk, Map<String, String> settings) {
        this.desk = desk;
        channel =
                desk.team
                        .store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        desk.delivery
                                                .channels()
                                                .add(turn, "Phones", Phones.NAME, settings));
        desk.delivery.start(desk.watch, desk.watch.handlers());
    }

    void number(PersonId person, String number) {
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> desk.delivery.addresses().addProved(turn, person, channel, number));
    }

    private List<String> got(String number) {
        return desk.phones.sent.stream()
                .filter(message -> message.address().equals(number))
                .map(Outgoing::text)
                .toList();
    }

    /// The next text that this phone gets.
    String next(String number) {
        int at = read.merge(number, 1, Integer::sum) - 1;
        await(() -> got(number).size() > at, () -> number + " got " + got(number));
        return got(number).get(at);
    }

    /// Nothing more comes to this phone; nothing waits for it either.
    void staysSilent(String number) {
        await(() -> waiting() == 0, () -> "something waits");
        assertEquals(read.getOrDefault(number, 0), got(number).size(), "" + got(number));
    }

    private long waiting() {
        return desk.team.store.read(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM message WHERE channel = :channel
                                    AND state IN ('queued', 'sending')\
                                """)
                        .bind("channel", channel.value())
                        .mapTo(Long.class)
                        .one());
    }

    String code(String number) {
        return codeIn(next(number));
    }

    List<String> codesOf(String number, int many) {
        var codes = new ArrayList<String>();
        while (codes.size() < many) {
            String code = code(number);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    static String codeIn(String text) {
        Matcher found = CODE.matcher(text);
        assertEquals(true, found.find(), text);
        return found.group();
    }

    /// A code that is not this one.
    static String another(String code, int nth) {
        return String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1 + nth) % 1_000_000);
    }

    static String token(String text) {
        return link(text).group(1);
    }

    static String digits(String text) {
        return link(text).group(2);
    }

    private static Matcher link(String text) {
        Matcher found = LINK.matcher(text);
        assertEquals(true, found.find(), text);
        return found;
    }

    /// Sends a message from this number and waits until it is settled; whether it was recognised.
    boolean says(String number, String text) {
        sends(number, text);
        settles();
        return states().getLast().equals("recognised");
    }

    void sends(String number, String text) {
        desk.delivery
                .inbound()
                .keep(
                        channel,
                        new Inbound.Word(
                                Optional.of("w" + words++),
                                Optional.of(number),
                                Optional.empty(),
                                text,
                                desk.clock.instant()));
    }

    void settles() {
        await(() -> !states().contains("stored"), () -> "" + states());
    }

    List<String> states() {
        return desk.team.store.read(handle ->
                handle.createQuery("SELECT state FROM inbound ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }
}
