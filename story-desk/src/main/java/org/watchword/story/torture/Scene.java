package org.watchword.story.torture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.Wiring;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Words;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.story.StoryDirector;
import org.watchword.story.StoryWorld;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.QuietDoor;
import org.watchword.story.visit.Visitor;

/// One founded desk with its mail server and its people, for many rounds.
final class Scene implements AutoCloseable {
    private static final String STORY = "desk.yaml";
    private static final String MAIL = "mail-1";

    private final Path directory;
    private final StoryWorld world;
    private final FieldSeal seal;
    private final Told told;
    private final Taken taken;
    private final Neutral neutral = new Neutral();
    private final Crowd crowd;

    private Scene(Path directory, StoryWorld world, InstantSource real) {
        this.directory = directory;
        this.world = world;
        var key = WatchKey.read(world.desk().directory().resolve("watch.key"));
        var vault = new Vault(key, new SecureRandom());
        this.seal = vault.fieldSeal();
        this.told = new Told(world.desk(), real);
        this.taken = new Taken(world.gateway(MAIL), vault.keyedHash());
        this.crowd = gather();
    }

    /// Founds a desk below an empty directory and has everybody sign in.
    static Scene open(Path directory, InstantSource real) throws IOException {
        Path file = directory.resolve(STORY);
        try (InputStream in = Scene.class.getResourceAsStream(STORY)) {
            Files.copy(java.util.Objects.requireNonNull(in, STORY), file);
        }
        Story story =
                switch (StoryFile.read(file)) {
                    case StoryFile.Reading.Whole whole -> whole.story();
                    case StoryFile.Reading.Wrong wrong ->
                            throw new IllegalStateException("" + wrong.mistakes().getFirst());
                    case StoryFile.Reading.NoFile _ -> throw new IOException(file + " is gone");
                };
        var outside = new StoryWorld.Outside(real, new SecureRandom(), Optional.empty(), false);
        var world = StoryWorld.open(story, file, directory, outside);
        new StoryDirector(world, real).makeCards();
        return new Scene(directory, world, real);
    }

    private Crowd gather() {
        var desk = new Visitor.Place(DeskProcess.HOST, world.desk().port());
        var door = new Visitor.Place(DeskProcess.DOOR, world.desk().doorPort());
        String noted = english().say("watch.answer.noted", "time", "");
        var means =
                new Officer.Means(told, taken, desk, noted.substring(0, noted.indexOf('.') + 1));
        List<Officer> officers =
                world.story().team().people().stream()
                        .map(p -> new Officer(p.name(), world.visitor(p.name()), means))
                        .toList();
        officers.forEach(Officer::signIn);
        return new Crowd(officers, world.cards().all(), new QuietDoor(door), told, neutral);
    }

    /// Everybody on this desk reads English.
    static Words english() {
        return Wiring.words().in(new Language("en"));
    }

    Path directory() {
        return directory;
    }

    DeskProcess desk() {
        return world.desk();
    }

    Gateway mail() {
        return world.gateway(MAIL);
    }

    Story story() {
        return world.story();
    }

    Told told() {
        return told;
    }

    Taken taken() {
        return taken;
    }

    Neutral neutral() {
        return neutral;
    }

    Crowd crowd() {
        return crowd;
    }

    private Path database() {
        return desk().directory().resolve("desk.db");
    }

    /// What lies in the database of the desk that runs.
    Kept rows() {
        return rows(database(), false);
    }

    /// What lies in a database that nobody has open.
    Kept rows(Path file, boolean whole) {
        return Kept.read(file, seal, whole);
    }

    /// The desk's files as they lie there, in another directory: looking at them must not mend
    /// them.
    Path copyOfFiles(String name) throws IOException {
        Path copy = Files.createDirectories(directory.resolve(name));
        for (String part : List.of("desk.db", "desk.db-wal")) {
            Path from = database().resolveSibling(part);
            Files.deleteIfExists(copy.resolve(part));
            if (Files.exists(from)) {
                Files.copy(from, copy.resolve(part));
            }
        }
        Files.deleteIfExists(copy.resolve("desk.db-shm"));
        return copy.resolve("desk.db");
    }

    @Override
    public void close() {
        world.close();
    }
}
