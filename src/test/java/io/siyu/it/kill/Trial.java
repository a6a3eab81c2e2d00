package io.siyu.it.kill;

import io.siyu.support.PackagedService;
import io.siyu.support.Waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Works that are under way together, what strikes them, and what becomes of them. */
final class Trial {
    /** What is asserted on any machine. */
    static final Duration SOON = Duration.ofSeconds(60);

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stage stage;
    private final Replicas replicas;
    private final List<Work> works;
    private final Map<Work, Boolean> wereInTheMiddle = new LinkedHashMap<>();
    private final Map<Work, Double> seconds = new LinkedHashMap<>();

    Trial(Stage stage, List<Work> works) {
        this.stage = stage;
        this.replicas = stage.replicas();
        this.works = works;
    }

    /**
     * Has them begin, strikes when all are in the middle, and waits until all are over.
     *
     * @param isOfOne of the replicas: the work must be at that one, so the other one stands still for as long as work is
     *     being taken up
     * @param fault strikes, and tells the nanosecond at which the works could go on
     */
    void run(int place, boolean isOfOne, LongSupplier fault) {
        long since;
        try {
            begin(place, isOfOne);
            since = fault.getAsLong();
            works.forEach(Work::struck);
        } finally {
            stage.letGo();
        }
        awaitEnd(since);
    }

    private void begin(int place, boolean isOfOne) {
        works.forEach(Work::prepare);
        PackagedService one = replicas.at(place);
        PackagedService other = replicas.at(place + 1);
        List<Work> timed =
                works.stream().filter(work -> !(work instanceof Flow)).toList();
        List<Work> flows = works.stream().filter(Flow.class::isInstance).toList();
        if (isOfOne) {
            other.freeze();
        }
        try {
            timed.forEach(work -> work.begin(place));
            Waiting.until("the work is taken up", PATIENCE, () -> timed.stream()
                    .allMatch(work -> work.isOver() || work.isInTheMiddle() && (!isOfOne || work.isAt(one.pid()))));
        } finally {
            if (isOfOne) {
                other.thaw();
            }
        }
        flows.forEach(work -> work.begin(place));
        Waiting.until("the requests are under way", PATIENCE, () -> flows.stream()
                .allMatch(work -> work.isOver() || work.isInTheMiddle()));
    }

    /** Sees how far the works are, when they can do no more and have not gone on. */
    void look() {
        works.forEach(work -> wereInTheMiddle.put(work, work.isInTheMiddle()));
    }

    private void awaitEnd(long since) {
        long end = System.nanoTime() + SOON.toNanos();
        while (seconds.size() < works.size() && System.nanoTime() < end) {
            works.stream()
                    .filter(work -> !seconds.containsKey(work) && work.goesOn(since))
                    .forEach(work -> seconds.put(work, (System.nanoTime() - since) / 1e9));
            Waiting.pause(Duration.ofMillis(100));
        }
        works.forEach(work -> seconds.putIfAbsent(work, (double) SOON.toSeconds()));
        Waiting.until("all is over", PATIENCE, () -> works.stream().allMatch(Work::isOver));
    }

    /** Those that were struck in the middle, and such as are flawed. */
    List<Cell> cells(Object fault) {
        List<Cell> cells = new ArrayList<>();
        works.forEach(work -> {
            List<String> flaws = work.flaws();
            if (wereInTheMiddle.get(work) || !flaws.isEmpty()) {
                cells.add(new Cell(work.name(), fault, seconds.get(work), flaws));
            }
        });
        return cells;
    }

    /** The works that have no cell. */
    List<String> untried(List<Cell> cells) {
        List<String> tried = cells.stream().map(Cell::work).toList();
        return works.stream()
                .map(Work::name)
                .filter(name -> !tried.contains(name))
                .toList();
    }

    /** @param seconds until it was seen to go on */
    record Cell(String work, Object fault, double seconds, List<String> flaws) {
        /** What is aimed at on a quiet machine. */
        static final double AIM_SECONDS = 20;

        @Override
        public String toString() {
            return "%-22s| %-26s| %5.1f s%s| %s"
                    .formatted(
                            work,
                            fault,
                            seconds,
                            seconds > AIM_SECONDS ? " (!)" : "    ",
                            flaws.isEmpty() ? "nothing lost, nothing doubled" : flaws);
        }
    }
}
