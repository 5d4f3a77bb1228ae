package org.watchword.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Check;
import org.watchword.desk.cli.Finding;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.vault.KeyFileUnusable;
import org.watchword.desk.watch.Flag;
import org.watchword.desk.watch.Ladder;

/// Puts together what `check` looks at, beside a desk that may be running, and changes nothing.
final class Checking {
    /// What came of it.
    sealed interface Outcome {}

    record Looked(List<Finding> findings) implements Outcome {}

    record NotOpened(Sentence why) implements Outcome {}

    static Outcome of(Path directory, Settings settings, Words words) {
        var times = new TimeWords(settings.zone(), words.language());
        try (var looking = Wiring.lookAt(directory, settings)) {
            var check = new Check(looking.clock(), looking.kinds(), words, times);
            return new Looked(check.of(directory, found(looking.rooms(), words)));
        } catch (KeyFileUnusable | SchemaTooNew | StoreUnavailable e) {
            return new NotOpened(Unopened.why(e).orElseThrow());
        }
    }

    private static Check.Found found(Desk.Rooms rooms, Words words) {
        return rooms.store()
                .read(handle -> {
                    var channels = rooms.delivery().channels().all(handle);
                    var people = rooms.accounts().people().all(handle);
                    return new Check.Found(channels, people, flags(rooms, handle, words));
                });
    }

    private static List<Check.FlagIn> flags(Desk.Rooms rooms, Handle handle, Words words) {
        var ladders = rooms.watch().ladders();
        var names = new Names(rooms, handle);
        var flags = new ArrayList<Check.FlagIn>();
        for (Flag flag : ladders.flags()) {
            String ladder = ladders.ladder(flag.about()).map(Ladder::label).orElse("");
            flags.add(new Check.FlagIn(ladder, words.say(flag.sentence(names))));
        }
        return flags;
    }

    /// What roles, people and channels are called.
    private record Names(Desk.Rooms rooms, Handle handle) implements Flag.Names {
        @Override
        public String role(RoleId role) {
            return rooms.accounts().people().role(handle, role).map(Role::label).orElse("");
        }

        @Override
        public String person(PersonId person) {
            return rooms.accounts().people().name(handle, person).orElse("");
        }

        @Override
        public String channel(ChannelId channel) {
            return rooms.delivery()
                    .channels()
                    .find(handle, channel)
                    .map(Channels.Setup::label)
                    .orElse("");
        }
    }

    private Checking() {}
}
