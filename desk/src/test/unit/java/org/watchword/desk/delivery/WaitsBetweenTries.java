package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsBetweenTries {
    @Test
    void grow_to_a_minute_and_stay_there() {
        var policy = DeliveryPolicy.usual();
        assertEquals(
                List.of(5L, 10L, 20L, 40L, 60L, 60L, 60L),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(policy::waitAfter)
                        .map(Duration::toSeconds)
                        .toList());
    }
}
