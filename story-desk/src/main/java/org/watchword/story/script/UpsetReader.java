package org.watchword.story.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `system:`, one sentence or a list of them: `kill`, `kill once an envelope opens`,
/// `restart`, `channel mail-1 hangs`, `disk full`, `disk mends`, `clock +1h`, `watcher stops`, `key
/// of Wren swapped`.
final class UpsetReader {
    private static final Map<String, Upset.Condition> CONDITIONS =
            Map.of(
                    "fails", Upset.Condition.FAILS,
                    "hangs", Upset.Condition.HANGS,
                    "swallows", Upset.Condition.SWALLOWS,
                    "garbles", Upset.Condition.GARBLES,
                    "mends", Upset.Condition.MENDS);

    private static final Pattern SWAPPED =
            Pattern.compile("key of (.+?) swapped(?<list> in the list)?");

    private final Names names;

    UpsetReader(Names names) {
        this.names = names;
    }

    List<Upset> read(Located piece) {
        List<Located> sentences =
                piece instanceof Located.Items items ? items.all() : List.of(piece);
        List<Upset> upsets = new ArrayList<>();
        for (Located sentence : sentences) {
            upsets.add(upset(sentence.line(), Block.textOf(sentence)));
        }
        return List.copyOf(upsets);
    }

    private Upset upset(int line, String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split(" +", -1);
        if (text.equals("kill")) {
            return new Upset.Kill();
        }
        if (text.equals("kill once an envelope opens")) {
            return new Upset.KillAtOpening();
        }
        if (text.equals("restart")) {
            return new Upset.Restart();
        }
        if (text.equals("disk full") || text.equals("disk mends")) {
            return new Upset.DiskTurns(text.equals("disk full"));
        }
        if (text.equals("watcher stops") || text.equals("watcher starts")) {
            return new Upset.WatcherTurns(text.equals("watcher starts"));
        }
        Matcher swapped = SWAPPED.matcher(text);
        if (swapped.matches()) {
            String whose = names.person(line, swapped.group(1));
            return new Upset.KeySwapped(whose, swapped.group("list") != null);
        }
        if (words.length == 2 && words[0].equals("clock") && words[1].matches("[+-].+")) {
            Duration by = Times.duration(line, words[1].substring(1));
            return new Upset.ClockSet(words[1].startsWith("-") ? by.negated() : by);
        }
        if (words.length == 3 && words[0].equals("channel")) {
            Upset.Condition to = CONDITIONS.get(words[2]);
            if (to != null) {
                return new Upset.ChannelTurns(names.server(line, words[1]), to);
            }
        }
        throw new WrongHere(line, "story.system.unknown", "text", text);
    }
}
