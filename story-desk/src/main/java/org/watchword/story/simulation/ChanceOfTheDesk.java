package org.watchword.story.simulation;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/// What the desk draws its codes from: the seed, so that the same seed gives the same codes.
final class ChanceOfTheDesk extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient SplittableRandom random;

    ChanceOfTheDesk(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
