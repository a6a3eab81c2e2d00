package io.siyu;

import java.util.List;
import java.util.Set;

/** Where features stand. */
public final class Floors {
    /** From the ground up; those of one floor stand beside each other and do not use each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("platform"),
            Set.of("shop"),
            Set.of("staff"),
            Set.of("audit", "buyer", "content"),
            Set.of("order"),
            Set.of("segment", "privacy", "identity", "webhook", "cycle"),
            Set.of("tier", "forecast", "campaign"),
            Set.of("follower"),
            Set.of("task", "demo"),
            Set.of("feedback"),
            Set.of("retrospective", "team"));

    private Floors() {}

    /** @throws AssertionError for a feature of which nobody has said where it stands */
    public static int of(String feature) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(feature)) {
                return floor;
            }
        }
        throw new AssertionError("On which floor does the feature " + feature + " stand?");
    }
}
