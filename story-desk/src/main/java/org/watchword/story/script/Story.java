package org.watchword.story.script;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.RoleId;

/// A story that was read without a mistake: a desk with its people, and what happens on it.
public record Story(
        String title,
        Place place,
        Team team,
        Watchkeeping watchkeeping,
        List<Step> steps,
        List<Habit> habits,
        Beginning begins) {

    /// How the story's desk comes to be.
    public enum Beginning {
        /// With everything that the story says, before the first step.
        FOUNDED,
        /// By the command that a team begins with: empty, with a code for everybody.
        INIT
    }

    /// What some people do again and again between the steps.
    public record Habit(
            int line,
            Instant from,
            Instant until,
            Duration every,
            List<String> who,
            Verb.OnScreen verb) {}

    /// Whose desk it is, where and when.
    public record Place(String desk, ZoneId zone, LocalDate date, Language language) {}

    /// Who is there.
    public record Team(List<Person> people, List<Role> roles, List<Shift> shifts) {
        /// Somebody of the story, who must exist.
        public Person person(String name) {
            return people.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        }

        /// Whoever may do that by one of their roles.
        public List<Person> with(String capability) {
            Set<RoleId> able =
                    roles.stream()
                            .filter(role -> role.may().contains(capability))
                            .map(Role::id)
                            .collect(Collectors.toSet());
            return people.stream()
                    .filter(p -> p.roles().stream().anyMatch(able::contains))
                    .toList();
        }
    }

    /// How they are rung, and about whom.
    public record Watchkeeping(
            List<Channel> channels,
            List<Ladder> ladders,
            List<Codename> codenames,
            List<Watch> watches) {
        /// Somebody behind a code-name of the story; nobody for another name.
        public Optional<Codename> codename(String name) {
            return codenames.stream().filter(c -> c.name().equals(name)).findFirst();
        }
    }

    /// A member of the team; `addresses` go from the name of a channel to an address in it.
    ///
    /// @param unproved the channels whose address nobody has proved to be this person's
    public record Person(
            String name,
            Language language,
            List<RoleId> roles,
            Map<String, String> addresses,
            Set<String> unproved) {
        /// A host name of this person's own, such as `wren.localhost`: a browser that opens the
        /// desk by it keeps one cookie for each person.
        public String host() {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            String label = plain.replaceAll("^-|-$", "");
            return (label.isEmpty() ? "p" + Integer.toHexString(name.hashCode()) : label)
                    + ".localhost";
        }
    }

    public record Role(RoleId id, String label, Set<String> may) {}

    public record Shift(RoleId role, String who, Instant from, Instant until) {}

    public record Channel(String name, Kind kind) {}

    /// What a channel carries.
    public enum Kind {
        MAIL,
        SMS,
        TELEGRAM,
        WEBHOOK,
        PAPER;

        /// As a story and the desk write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether the far ends that stories have hand in what people send.
        public boolean hears() {
            return switch (this) {
                case SMS, TELEGRAM -> true;
                case MAIL, WEBHOOK, PAPER -> false;
            };
        }
    }

    /// Who is rung in which order. A story's first ladder rings when nothing else is named.
    public record Ladder(String name, List<Rung> rungs) {}

    /// One step of a ladder: role ids and names of people, channels (none: all they have), how long
    /// to wait for an answer, and whether all of them must answer.
    public record Rung(List<String> targets, List<String> over, Duration patience, boolean all) {}

    /// A person behind a code-name.
    ///
    /// @param language in which that person reads
    /// @param addresses from the name of a channel to an address in it
    /// @param questions only that person can answer
    /// @param card whether a card with words is made before the first step
    public record Codename(
            String name,
            String plan,
            Optional<String> ladder,
            Language language,
            Map<String, String> addresses,
            List<Question> questions,
            boolean card) {}

    public record Question(String asks, String answer) {}

    /// When somebody must be heard.
    ///
    /// @param anyone one of them checks in for all
    public record Watch(
            String name,
            List<String> about,
            Schedule schedule,
            Duration reminder,
            Duration grace,
            Optional<String> ladder,
            boolean anyone,
            boolean drill) {}

    /// Times of day in a zone on some weekdays, every so many hours, and single instants.
    public record Schedule(
            ZoneId zone,
            List<LocalTime> times,
            Set<DayOfWeek> days,
            Optional<Duration> every,
            List<Instant> points) {}
}
