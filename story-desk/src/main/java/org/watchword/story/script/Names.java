package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.basis.RoleId;

/// Every name that a story introduces, so that a step cannot speak of somebody who is not in it.
final class Names {
    final Set<String> people = new LinkedHashSet<>();
    final Set<String> roles = new LinkedHashSet<>();
    final Set<String> channels = new LinkedHashSet<>();

    /// What each of the channels carries.
    final Map<String, Story.Kind> kinds = new LinkedHashMap<>();

    final Set<String> ladders = new LinkedHashSet<>();
    final Set<String> codenames = new LinkedHashSet<>();
    final Set<String> watches = new LinkedHashSet<>();

    /// The cases that were opened so far.
    final Set<String> cases = new LinkedHashSet<>();

    String person(int line, String name) {
        return known(line, "story.name.person", people, name);
    }

    List<String> persons(int line, List<String> names) {
        names.forEach(name -> person(line, name));
        return names;
    }

    RoleId role(int line, String name) {
        known(line, "story.name.role", roles, name);
        if (!isRoleId(name)) {
            throw new WrongHere(line, "story.team.role-id", "name", name);
        }
        return new RoleId(name);
    }

    static boolean isRoleId(String name) {
        return name.matches("[a-z][a-z0-9-]{0,30}");
    }

    String channel(int line, String name) {
        return known(line, "story.name.channel", channels, name);
    }

    List<String> channels(int line, List<String> names) {
        names.forEach(name -> channel(line, name));
        return names;
    }

    /// A channel with a far end that can break, and that machines carry messages over.
    String server(int line, String name) {
        String channel = channel(line, name);
        if (kinds.get(channel) == Story.Kind.PAPER) {
            throw new WrongHere(line, "story.system.no-server", "name", channel);
        }
        return channel;
    }

    /// A channel that brings in what people send.
    String hearing(int line, String name) {
        String channel = channel(line, name);
        Story.Kind kind = kinds.get(channel);
        if (kind == null || !kind.hears()) {
            throw new WrongHere(line, "story.name.deaf", "name", channel);
        }
        return channel;
    }

    String ladder(int line, String name) {
        return known(line, "story.name.ladder", ladders, name);
    }

    String codename(int line, String name) {
        return known(line, "story.name.codename", codenames, name);
    }

    List<String> codenames(int line, List<String> names) {
        names.forEach(name -> codename(line, name));
        return names;
    }

    String watch(int line, String name) {
        return known(line, "story.name.watch", watches, name);
    }

    String ofCase(int line, String name) {
        return known(line, "story.name.case", cases, name);
    }

    /// Whoever can be sent something: one of the team, or a person behind a code-name.
    String reader(int line, String name) {
        return codenames.contains(name) ? name : person(line, name);
    }

    List<String> readers(int line, List<String> names) {
        names.forEach(name -> reader(line, name));
        return names;
    }

    String target(int line, String name) {
        if (roles.contains(name) || people.contains(name)) {
            return name;
        }
        throw new WrongHere(line, "story.name.target", "name", name);
    }

    private static String known(int line, String key, Set<String> all, String name) {
        if (all.contains(name)) {
            return name;
        }
        throw new WrongHere(line, key, Map.of("name", name, "known", String.join(", ", all)));
    }
}
