package org.watchword.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Changed;
import org.watchword.desk.accounts.Invitations;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Answers;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.cli.SettingsText;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;

/// Makes the directory of a new desk: settings, key, two roles, one ladder, and a code per founder.
/// It is made whole beside its place and then put there, so that nobody ever finds half of one.
final class Beginning {
    private static final RoleId FOUNDER = new RoleId("founder");
    private static final RoleId OFFICER = new RoleId("officer");
    private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofMinutes(3);

    /// What came of it.
    sealed interface Begun {
        /// The codes, readable this once.
        record Yes(Settings settings, List<Invitations.Made> codes) implements Begun {}

        record No(Sentence why) implements Begun {}
    }

    /// Why no desk can be made there.
    static Optional<Sentence> flaw(Path place) {
        if (Files.exists(place) && !Files.isDirectory(place)) {
            return Optional.of(Sentence.of("cli.init.no-directory"));
        }
        if (Files.isDirectory(place)) {
            try (var inside = Files.list(place)) {
                if (inside.findAny().isPresent()) {
                    return Optional.of(Sentence.of("cli.init.not-empty"));
                }
            } catch (IOException e) {
                return Optional.of(Sentence.of("cli.init.unwritable"));
            }
        }
        Path parent = place.toAbsolutePath().normalize().getParent();
        return parent != null && Files.isDirectory(parent) && Files.isWritable(parent)
                ? Optional.empty()
                : Optional.of(Sentence.of("cli.init.unwritable"));
    }

    static Begun make(Path asked, Answers answers, Surroundings around) {
        Path place = asked.toAbsolutePath().normalize();
        var flaw = flaw(place);
        if (flaw.isPresent()) {
            return new Begun.No(flaw.get());
        }
        Path beside = place.resolveSibling("." + place.getFileName() + ".beginning");
        try {
            remove(beside);
            var mine = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(beside, PosixFilePermissions.asFileAttribute(mine));
            write(beside.resolve(SettingsFile.NAME), SettingsText.of(answers.settings()));
            var codes = furnished(beside, answers, around);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            return new Begun.Yes(answers.settings(), codes);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            return new Begun.No(Sentence.of("cli.init.not-empty"));
        } catch (IOException e) {
            return new Begun.No(Sentence.of("cli.init.unwritable"));
        } finally {
            removeQuietly(beside);
        }
    }

    private static List<Invitations.Made> furnished(
            Path beside, Answers answers, Surroundings around) throws IOException {
        if (!(DataDirectory.take(beside) instanceof DataDirectory.Taken.Held(var directory))) {
            throw new IOException("the directory just made cannot be held");
        }
        var settings = answers.settings();
        try (directory;
                var quiet = Wiring.quiet(directory, settings, around)) {
            var rooms = quiet.rooms();
            Words words = Wiring.words().in(settings.language());
            role(rooms, FOUNDER, words.say("cli.init.role.founder"), Set.copyOf(Capability.ALL));
            role(rooms, OFFICER, words.say("cli.init.role.officer"), Set.of(Capability.ANSWER));
            var onDuty = new Duty.OfRole(OFFICER);
            var steps =
                    List.of(
                            new Ladder.Step(List.of(onDuty), List.of(), FIRST_WAIT, false),
                            new Ladder.Step(
                                    List.of(onDuty, new Duty.OfRole(FOUNDER)),
                                    List.of(),
                                    WAIT,
                                    false));
            var saved = rooms.watch().ladders().add(words.say("cli.init.ladder"), steps);
            if (saved instanceof Ladder.Refused) {
                throw new IllegalStateException("the first ladder was refused");
            }
            return codes(rooms, answers.founders(), settings).orElseThrow();
        }
    }

    private static void role(Desk.Rooms rooms, RoleId id, String label, Set<String> may) {
        var added = rooms.accounts().founding().addRole(new Role(id, label, may));
        if (added instanceof Changed.Refused) {
            throw new IllegalStateException("a first role was refused");
        }
    }

    /// New codes, for every role there is: a team may have changed those of the beginning. Empty
    /// while somebody can sign in.
    static Optional<List<Invitations.Made>> codes(
            Desk.Rooms rooms, int founders, Settings settings) {
        Accounts accounts = rooms.accounts();
        Set<RoleId> roles =
                rooms.store().read(accounts.people()::roles).stream()
                        .map(Role::id)
                        .collect(Collectors.toSet());
        return accounts.invitations().forFounders(founders, roles, settings.language());
    }

    private static void write(Path file, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void removeQuietly(Path beside) {
        try {
            remove(beside);
        } catch (IOException e) {
            // what is left there is taken away when a desk is begun again
        }
    }

    private static void remove(Path beside) throws IOException {
        if (!Files.exists(beside)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(beside)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private Beginning() {}
}
