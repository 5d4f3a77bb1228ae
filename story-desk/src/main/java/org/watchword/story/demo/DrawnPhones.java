package org.watchword.story.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.Story;

/// Draws the telephones: for each person the texts in threads, one thread for each way they came
/// by, the newest thread last and with the most texts.
final class DrawnPhones {
    /// Texts shown of the newest thread; of the others one. What came before is counted.
    private static final int SHOWN = 2;

    /// Threads shown open.
    private static final int THREADS = 2;

    /// For so long a text counts as just arrived.
    private static final Duration FRESH = Duration.ofSeconds(45);

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Story story;
    private final Instant now;
    private final Words words;
    private final TimeWords times;

    DrawnPhones(Story story, Instant now, Words words, TimeWords times) {
        this.story = story;
        this.now = now;
        this.words = words;
        this.times = times;
    }

    /// @param port of the start page
    Live.PhoneView draw(Stage.Phone phone, int port) {
        Story.Person person = phone.person();
        String key = person.host().replace(".localhost", "");
        List<Live.ThreadView> threads = threads(phone.texts());
        return new Live.PhoneView(
                key,
                person.name(),
                roles(person),
                person.language().tag(),
                threads.stream().anyMatch(Live.ThreadView::fresh),
                threads,
                ways(phone),
                words.say("demo.phones.nothing"),
                ofTheTeam(person) ? "http://%s:%d/enter".formatted(person.host(), port) : "");
    }

    /// The ways to send something from this telephone, the one of the newest text first.
    private List<Live.WayView> ways(Stage.Phone phone) {
        List<String> newest = new ArrayList<>(phone.ways());
        for (Stage.Text text : phone.texts()) {
            if (newest.remove(text.channel())) {
                newest.addFirst(text.channel());
            }
        }
        return newest.stream().map(way -> new Live.WayView(way, label(way))).toList();
    }

    private List<Live.ThreadView> threads(List<Stage.Text> texts) {
        Map<String, List<Stage.Text>> byChannel = new LinkedHashMap<>();
        for (Stage.Text text : texts) {
            // Put in anew, so that the thread with the newest text stands last.
            List<Stage.Text> thread = byChannel.remove(text.channel());
            List<Stage.Text> longer = thread == null ? new ArrayList<>() : thread;
            longer.add(text);
            byChannel.put(text.channel(), longer);
        }
        List<Live.ThreadView> drawn = new ArrayList<>();
        int left = byChannel.size();
        for (Map.Entry<String, List<Stage.Text>> thread : byChannel.entrySet()) {
            int most = left > THREADS ? 0 : left == 1 ? SHOWN : 1;
            drawn.add(thread(thread.getKey(), thread.getValue(), most));
            left--;
        }
        return List.copyOf(drawn);
    }

    private Live.ThreadView thread(String channel, List<Stage.Text> texts, int most) {
        int from = Math.max(0, texts.size() - most);
        List<Live.TextView> shown =
                texts.subList(from, texts.size()).stream().map(this::text).toList();
        return new Live.ThreadView(label(channel), look(channel), from, shown);
    }

    private Live.TextView text(Stage.Text text) {
        boolean fresh = Duration.between(text.at(), now).compareTo(FRESH) < 0;
        return new Live.TextView(
                times.second(text.at()),
                times.machine(text.at()),
                text.title(),
                pieces(text.body()),
                text.mine(),
                fresh && !text.mine());
    }

    /// A text in pieces, its links among them.
    static List<Live.Piece> pieces(String body) {
        List<Live.Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(body);
        int done = 0;
        while (link.find()) {
            pieces.add(new Live.Piece(body.substring(done, link.start()), false));
            pieces.add(new Live.Piece(link.group(), true));
            done = link.end();
        }
        pieces.add(new Live.Piece(body.substring(done), false));
        return pieces.stream().filter(p -> !p.text().isEmpty()).toList();
    }

    /// What a way is called: by its kind alone where there is only one of it.
    private String label(String channel) {
        List<Story.Channel> all = story.watchkeeping().channels();
        return all.stream()
                .filter(c -> c.name().equals(channel))
                .findFirst()
                .map(c -> {
                    String kind = words.say("demo.phones.kind." + c.kind().word());
                    boolean only = all.stream().filter(o -> o.kind() == c.kind()).count() == 1;
                    return only ? kind : kind + " · " + c.name();
                })
                .orElse(channel);
    }

    /// How its texts look: as letters or as short texts.
    private String look(String channel) {
        return story.watchkeeping().channels().stream()
                .filter(c -> c.name().equals(channel))
                .map(c -> c.kind().word())
                .findFirst()
                .orElse("mail");
    }

    private boolean ofTheTeam(Story.Person person) {
        return story.team().people().contains(person);
    }

    private String roles(Story.Person person) {
        if (!ofTheTeam(person)) {
            return words.say("demo.phones.hidden");
        }
        return story.team().roles().stream()
                .filter(role -> person.roles().contains(role.id()))
                .map(Story.Role::label)
                .collect(Collectors.joining(", "));
    }
}
