package org.watchword.story.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;

/// A round in which every write and sync of the desk is recorded, and the current fails at many
/// moments of it.
final class PowerRound {
    private static final int IMAGES = 10;

    private static final Reserve NONE =
            new Reserve() {
                @Override
                public boolean hold() {
                    return true;
                }

                @Override
                public void release() {}
            };

    private final Scene scene;
    private final Path recorded;
    private final Path before;

    PowerRound(Scene scene) {
        this.scene = scene;
        this.recorded = scene.directory().resolve("recorded.txt");
        this.before = scene.directory().resolve("before");
    }

    /// Keeps the files of the desk, which does not run, and records from its next start on.
    void record() throws IOException {
        Files.deleteIfExists(recorded);
        scene.copyOfFiles(before.getFileName().toString());
        scene.desk().runUnder(Traced.program(recorded));
    }

    /// What was looked at, and what does not hold in it.
    record Images(int looked, List<Sentence> wrong) {}

    /// Lets the current fail at many moments of what was recorded, and looks at each as the desk
    /// would find it.
    Images images(RandomGenerator random) throws IOException {
        Traced traced = Traced.read(recorded, scene.desk().directory());
        if (traced.ops().isEmpty()) {
            throw new IOException("nothing was recorded of the desk's writes");
        }
        var loss = new PowerLoss(before, traced);
        List<Sentence> wrong = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            int line =
                    random.nextBoolean() ? afterAnAnswer(traced, random) : anywhere(traced, random);
            Path image = loss.image(line, random, scene.directory().resolve("image"));
            wrong.addAll(wrong(image, traced.times().get(line)));
        }
        return new Images(IMAGES, wrong);
    }

    private static int anywhere(Traced traced, RandomGenerator random) {
        return random.nextInt(traced.lines());
    }

    /// The first line after somebody was told that something is done.
    private int afterAnAnswer(Traced traced, RandomGenerator random) {
        Instant first = traced.times().getFirst();
        List<Instant> answers =
                scene.told().deeds(scene.told()::isDone).stream()
                        .flatMap(deed -> scene.told().answer(deed).stream())
                        .map(Told.Answer::real)
                        .filter(at -> at.isAfter(first))
                        .toList();
        if (answers.isEmpty()) {
            return anywhere(traced, random);
        }
        Instant answer = answers.get(random.nextInt(answers.size()));
        for (int line = 0; line < traced.lines(); line++) {
            if (traced.times().get(line).isAfter(answer)) {
                return line;
            }
        }
        return traced.lines() - 1;
    }

    private List<Sentence> wrong(Path image, Instant failed) {
        try (var _ = Store.open(new SqliteEngine(image), NONE)) {
            // It opens as at every start, which mends what can be mended.
        } catch (StoreUnavailable e) {
            return List.of(found("" + e.why()));
        } catch (RuntimeException e) {
            return List.of(found(e.getClass().getSimpleName()));
        }
        return KeptWrites.wrong(scene.told(), scene.rows(image, true), failed).stream()
                .map(PowerRound::inAnImage)
                .toList();
    }

    private static Sentence inAnImage(Sentence wrong) {
        return found(wrong.key() + " " + wrong.gaps().getOrDefault("what", ""));
    }

    private static Sentence found(String what) {
        return new Sentence("torture.found.image", Map.of("what", what));
    }
}
