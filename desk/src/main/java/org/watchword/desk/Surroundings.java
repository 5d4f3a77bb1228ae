package org.watchword.desk;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.StoreEngine;
import org.watchword.desk.web.Route;

/// What only the outermost program decides: whose clock, whose chance, and which further names and
/// pages a desk answers to. `real` is what a desk in earnest has.
///
/// @param engine may wrap the database
/// @param reserve may wrap the room held on the disk
/// @param moreHosts host names beside the one of the settings
/// @param moreRoutes pages beside the desk's own, made from its rooms
public record Surroundings(
        DeskClock clock,
        SecureRandom random,
        UnaryOperator<StoreEngine> engine,
        BiFunction<StoreEngine, Reserve, Reserve> reserve,
        List<String> moreHosts,
        Function<Desk.Rooms, List<Route>> moreRoutes) {
    public static Surroundings real() {
        return new Surroundings(
                new RealClock(),
                new SecureRandom(),
                UnaryOperator.identity(),
                (engine, reserve) -> reserve,
                List.of(),
                rooms -> List.of());
    }
}
