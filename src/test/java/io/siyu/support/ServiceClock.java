package io.siyu.support;

import java.time.Instant;
import java.util.Map;

import static io.siyu.support.As.json;

/** The clock of the service in the hands of a test; whoever has set it frees it afterwards, for all tests share it. */
public final class ServiceClock {
    private ServiceClock() {}

    public static void set(Instant now) {
        json(As.admin())
                .body(Map.of("now", now.toString()))
                .put("/dev/clock")
                .then()
                .statusCode(200);
    }

    public static void free() {
        As.admin().delete("/dev/clock").then().statusCode(200);
    }
}
