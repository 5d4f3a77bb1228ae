package org.watchword.desk.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.ChannelId;

/// Steps of a ladder as one text: `role:duty,person:3|1,2|120|all`, a line each.
final class WrittenSteps {
    static String of(List<Ladder.Step> steps) {
        return steps.stream().map(WrittenSteps::of).collect(Collectors.joining("\n"));
    }

    private static String of(Ladder.Step step) {
        return step.targets().stream().map(WrittenSteps::of).collect(Collectors.joining(","))
                + "|"
                + step.channels().stream()
                        .map(channel -> "" + channel.value())
                        .collect(Collectors.joining(","))
                + "|"
                + step.lasts().toSeconds()
                + "|"
                + (step.all() ? "all" : "one");
    }

    private static String of(Duty duty) {
        return switch (duty) {
            case Duty.OfRole(RoleId role) -> "role:" + role.value();
            case Duty.OfPerson(PersonId person) -> "person:" + person.value();
        };
    }

    static List<Ladder.Step> read(String text) {
        var steps = new ArrayList<Ladder.Step>();
        text.lines().forEach(line -> steps.add(step(line)));
        return steps;
    }

    private static Ladder.Step step(String line) {
        List<String> parts = List.of(line.split("\\|", -1));
        return new Ladder.Step(
                parts(parts.get(0)).stream().map(WrittenSteps::duty).toList(),
                parts(parts.get(1)).stream().map(id -> new ChannelId(Long.parseLong(id))).toList(),
                Duration.ofSeconds(Long.parseLong(parts.get(2))),
                parts.get(3).equals("all"));
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private static Duty duty(String text) {
        String id = text.substring(text.indexOf(':') + 1);
        return text.startsWith("role:")
                ? new Duty.OfRole(new RoleId(id))
                : new Duty.OfPerson(new PersonId(Long.parseLong(id)));
    }

    private WrittenSteps() {}
}
