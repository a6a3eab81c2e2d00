package io.siyu.platform.edge.body;

import java.time.Duration;

/** How fast a body has to arrive. */
interface Pace {
    /**
     * @param sinceStart for how long it has been arriving
     * @param silent for how long nothing of it has come
     * @param bytes how many have come
     */
    boolean isKept(Duration sinceStart, Duration silent, long bytes);

    /** All of it within the time. */
    static Pace within(Duration time) {
        return (sinceStart, silent, bytes) -> sinceStart.compareTo(time) < 0;
    }

    /** Without a longer silence, and after that long not slower on average. */
    static Pace steady(Duration longestSilence, long bytesPerSecond) {
        return (sinceStart, silent, bytes) -> silent.compareTo(longestSilence) < 0
                && (sinceStart.compareTo(longestSilence) < 0 || bytes >= bytesPerSecond * sinceStart.toSeconds());
    }
}
