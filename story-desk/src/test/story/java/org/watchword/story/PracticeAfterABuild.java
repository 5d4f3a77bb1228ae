package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class PracticeAfterABuild {
    @Test
    void opens_a_desk_and_comes_to_its_door() throws Exception {
        assertTrue(Practice.run(Path.of("../stories/harbour.yaml"), InstantSource.system()));
    }
}
