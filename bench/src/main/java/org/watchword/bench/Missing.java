package org.watchword.bench;

import java.util.List;
import java.util.stream.Stream;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

/// What this machine lacks to measure.
final class Missing {
    private Missing() {}

    static List<String> peers(Ground ground) {
        return Stream.of(Peer.values())
                .filter(peer -> !ground.has(peer))
                .map(peer -> peer.title() + ": no PostgreSQL on this machine")
                .toList();
    }
}
