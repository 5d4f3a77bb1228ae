package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// The line of tries, with work that ends when the test lets it.
class WaitingTries {
    private final AtomicInteger threads = new AtomicInteger();
    private final DerivationLine line = new DerivationLine(threads::incrementAndGet);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void run_two_at_a_time_and_never_two_of_one_account() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<java.util.concurrent.Future<Optional<String>>>();
            for (int source = 0; source < 5; source++) {
                var attempt = new Attempt(1, "source " + source, false);
                tries.add(people.submit(() -> line.run(attempt, () -> work("one account"))));
            }
            until(() -> order.size() == 1);
            var other = people.submit(() -> run(2, "there", false));
            until(() -> order.contains("2"));
            assertEquals(List.of("one account", "2"), order);
            release.countDown();
            for (var each : tries) {
                assertEquals(Optional.of("one account"), each.get());
            }
            assertEquals(Optional.of("2"), other.get());
            assertEquals(2, most.get());
            assertEquals(2, threads.get());
        }
    }

    @Test
    void of_people_on_duty_go_before_a_flood() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int account = 1; account <= 10; account++) {
                int one = account;
                people.execute(() -> run(one, "flood", false));
            }
            until(() -> order.size() == 2);
            var officer = people.submit(() -> run(99, "phone", true));
            until(() -> line.waiting() == 9);
            release.countDown();
            assertTrue(officer.get().isPresent());
            until(() -> order.size() == 11);
            assertTrue(order.indexOf("99") <= 3, order.toString());
        }
    }

    @Test
    void beyond_a_full_line_are_refused_at_once_and_so_is_a_second_of_the_same_source()
            throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.execute(() -> run(1, "a", false));
            people.execute(() -> run(2, "a", false));
            until(() -> order.size() == 2);
            people.execute(() -> run(1, "a", false));
            until(() -> line.waiting() == 1);
            assertEquals(Optional.empty(), run(1, "a", false));
            for (int i = 1; i < DerivationLine.WAITING; i++) {
                int account = 100 + i;
                people.execute(() -> run(account, "a", false));
            }
            until(() -> line.waiting() == DerivationLine.WAITING);
            assertEquals(Optional.empty(), run(999, "a", false));
            var officer = people.submit(() -> run(500, "phone", true));
            release.countDown();
            assertTrue(officer.get().isPresent());
        }
    }

    private Optional<String> run(long account, String source, boolean first) {
        return line.run(new Attempt(account, source, first), () -> work("" + account));
    }

    private String work(String name) {
        order.add(name);
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        atOnce.decrementAndGet();
        return name;
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(1);
        }
    }
}
