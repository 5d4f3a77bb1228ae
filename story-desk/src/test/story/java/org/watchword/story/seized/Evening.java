package org.watchword.story.seized;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.formats.cipher.Argon2id;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountSlots;
import org.watchword.story.Founders;
import org.watchword.story.NeedleSearch;
import org.watchword.story.Typist;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.Visitor;

/// What two founders do with secrets on a desk, and every secret that they or the desk used.
final class Evening {
    private static final int SALT_AT = Byte.BYTES + Argon2id.ENCODED_BYTES;
    private static final int SLOTS_AT = SALT_AT + 16;

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final ServedDesk desk;
    private final Set<String> typed = new LinkedHashSet<>();
    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final List<Visitor> founders = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    Evening(ServedDesk desk) {
        this.desk = desk;
    }

    /// Both join, lock and unlock, give the passphrase once more, sign in on a second telephone,
    /// and write into a case and read in it.
    void begin() throws IOException {
        for (String name : List.of("Wrenfield", "Рябина")) {
            var who = Credentials.made(name, random);
            typed.add(who.passphrase());
            typed.add(who.pin());
            Visitor first = desk.joined(who);
            founders.add(first);
            noted(first);
        }
        caseFiles();
        for (Visitor first : List.copyOf(founders)) {
            Visitor second = desk.visitor(first.credentials());
            second.open("/confirm");
            noted(second);
            founders.add(second);
            unlocks(second);
        }
        roots();
    }

    private void caseFiles() {
        var one = new Typist(founders.getFirst());
        var other = new Typist(founders.getLast());
        one.who().openFiles();
        other.who().openFiles();
        new Founders(one, other).found();
        String name = word("Case");
        Page opened =
                one.sent(
                        one.form("/cases/new", "/cases")
                                .with("name", name)
                                .ticking("reader", other.who().credentials().name()));
        String note = word("Note");
        one.sent(
                one.form(opened.path(), "/notes")
                        .choosing("compartment", "Core")
                        .with("text", note));
        if (!other.open(opened.path()).says(note)) {
            throw new NoSuchThing("the note in the case");
        }
        noted(one.who());
        noted(other.who());
    }

    /// A word that stands nowhere else.
    private String word(String beginning) {
        String word = beginning + Long.toString(random.nextLong(1L << 60), Character.MAX_RADIX);
        typed.add(word);
        return word;
    }

    /// What the accounts' seeds lead to, by a copy of the rows.
    ///
    /// @param copy an empty directory, apart from what is searched
    void keysOfCases(Path copy) throws IOException {
        List<byte[]> seeds =
                secrets.entrySet().stream()
                        .filter(secret -> secret.getKey().startsWith("seed"))
                        .map(Map.Entry::getValue)
                        .toList();
        secrets.putAll(KeysOfCases.of(desk.directory(), copy, seeds));
    }

    private void unlocks(Visitor visitor) {
        visitor.send(ServedDesk.form(visitor.open("/sessions"), "/lock"));
        visitor.open("/");
        noted(visitor);
    }

    private void noted(Visitor visitor) {
        for (String cookie : visitor.cookies().values()) {
            typed.add(cookie);
            secrets.put("cookie " + secrets.size(), Base64.getUrlDecoder().decode(cookie));
        }
    }

    /// What the desk made of the passphrases.
    private void roots() throws IOException {
        Path database = desk.directory().resolve("desk.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var people = statement.executeQuery("SELECT id, slots FROM person")) {
            while (people.next()) {
                tried(people.getLong(1), people.getBytes(2));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
    }

    private void tried(long holder, byte[] slots) {
        var cost = Argon2id.decode(ByteBuffer.wrap(slots, 1, Argon2id.ENCODED_BYTES)).orElseThrow();
        byte[] salt = Arrays.copyOfRange(slots, SALT_AT, SLOTS_AT);
        for (Visitor founder : founders) {
            byte[] words = founder.credentials().passphrase().getBytes(StandardCharsets.UTF_8);
            AccountSlots.read(slots)
                    .orElseThrow()
                    .open(holder, words)
                    .ifPresent(body -> {
                        try (body) {
                            secrets.put("seed " + holder, bytes(body.seed()));
                        }
                        secrets.put("root " + holder, bytes(cost.root(words, salt)));
                    });
        }
    }

    private static byte[] bytes(Key key) {
        try (key) {
            return key.getEncoded();
        }
    }

    /// One writes down what was heard in a call.
    void logs(String words) {
        typed.add(words);
        Visitor who = founders.getFirst();
        Page room = who.send(ServedDesk.form(who.open("/call"), "/call").with("words", words));
        if (room.refused() || !room.says(words)) {
            throw new IllegalStateException("no call was kept: " + room.words());
        }
    }

    /// Everybody signs in on one telephone more.
    void returns() {
        for (Visitor known : List.copyOf(founders)) {
            Visitor another = desk.visitor(known.credentials());
            another.open("/confirm");
            noted(another);
        }
    }

    /// Each asks for a page.
    void pages() {
        founders.forEach(who -> who.get("/"));
    }

    /// Everybody signs out.
    void end() {
        founders.forEach(who -> who.send(ServedDesk.form(who.open("/sessions"), "/sign-out")));
    }

    /// For so long a stranger asks for a page now and then, over one connection that stays.
    void load(Duration time) throws InterruptedException {
        var stranger = desk.visitor(new Credentials("nobody", "", ""));
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            stranger.get("/sign-in");
            Thread.sleep(BETWEEN);
        }
    }

    NeedleSearch needles() {
        return new NeedleSearch(typed, secrets);
    }

    /// How many accounts' seeds and roots are known, and how many cookies.
    int secrets() {
        return secrets.size();
    }
}
