package org.watchword.desk;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.BiFunction;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.StoreEngine;

/// What only the outermost program decides: whose clock, whose chance, and which further names and
/// pages a desk answers to. `real` is what a desk in earnest has.
///
/// @param reserve may wrap the room held on the disk
/// @param moreHosts host names beside the one of the settings
public record Surroundings(
        DeskClock clock,
        SecureRandom random,
        BiFunction<StoreEngine, Reserve, Reserve> reserve,
        List<String> moreHosts) {
    public static Surroundings real() {
        return new Surroundings(
                new RealClock(), new SecureRandom(), (engine, reserve) -> reserve, List.of());
    }
}
