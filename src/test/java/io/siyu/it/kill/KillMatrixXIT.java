package io.siyu.it.kill;

import io.siyu.support.PackagedService;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of work under each fault: nothing that was acknowledged is lost, nothing is done twice, and what was left
 * lying is taken over and finished. All works are under way at once when a fault strikes; one that had ended before is
 * tried again with an earlier fault. Another seed by {@code -Dsiyu.test.seed}.
 */
class KillMatrixXIT {
    private static final long SEED = Long.getLong("siyu.test.seed", System.nanoTime());
    private static final int TRIES = 3;
    private static final Path REPORT = Path.of("target/kill-matrix.txt");

    /** What is aimed at on a quiet machine, and what is asserted on any. */
    private static final double AIM_SECONDS = 20;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration DATABASE_IS_GONE = Duration.ofSeconds(3);
    private static final Duration DATABASE_IS_SILENT = Duration.ofSeconds(8);

    private static final List<Cell> CELLS = new ArrayList<>();
    private static final Random RANDOM = new Random(SEED);
    private static Stage stage;

    /** @param seconds until it was seen to go on */
    private record Cell(String work, Fault fault, double seconds, List<String> flaws) {
        @Override
        public String toString() {
            return "%-22s| %-20s| %5.1f s%s| %s"
                    .formatted(
                            work,
                            fault,
                            seconds,
                            seconds > AIM_SECONDS ? " (!)" : "    ",
                            flaws.isEmpty() ? "nothing lost, nothing doubled" : flaws);
        }
    }

    @BeforeAll
    static void open() {
        System.out.println("The faults strike by -Dsiyu.test.seed=" + SEED);
        stage = new Stage();
    }

    @AfterAll
    static void close() throws IOException {
        StringBuilder table = new StringBuilder("Kill matrix, seed " + SEED + ", aim " + AIM_SECONDS + " s\n");
        CELLS.forEach(cell -> table.append(cell).append('\n'));
        System.out.println(table);
        Files.writeString(REPORT, table);
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledAndTheWorkGoesOn(Fault fault) {
        List<String> untried = new ArrayList<>();
        double part = 0.2 + RANDOM.nextDouble() / 5;
        List<Work> works = stage.works(part);
        for (int tried = 0; tried < TRIES && !works.isEmpty(); tried++) {
            untried = strike(fault, works);
            part /= 2;
            List<String> again = untried;
            works = stage.works(part).stream()
                    .filter(work -> again.contains(work.name()))
                    .toList();
        }
        assertThat(untried).as("works that were over whenever it struck").isEmpty();
        List<Cell> cells = CELLS.stream().filter(cell -> cell.fault() == fault).toList();
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.flaws()).as(cell.work()).isEmpty();
            assertThat(cell.seconds()).as(cell.work()).isLessThan(SOON.toSeconds());
        });
    }

    /** @return the works that were not in the middle at that moment */
    private static List<String> strike(Fault fault, List<Work> works) {
        works.forEach(Work::prepare);
        int place = RANDOM.nextInt(2);
        PackagedService victim = stage.replicas().at(place);
        Map<Work, Boolean> struck = new LinkedHashMap<>();
        long back;
        try {
            beginAt(fault, place, works);
            back = strike(fault, victim, () -> works.forEach(work -> struck.put(work, work.isInTheMiddle())));
            works.forEach(Work::struck);
        } finally {
            stage.letGo();
        }
        Map<Work, Double> seconds = takeOvers(works, back);
        Waiting.until("all is over", PATIENCE, () -> works.stream().allMatch(Work::isOver));
        if (fault.isOfReplica()) {
            victim.awaitEnd(PATIENCE);
            victim.start();
        }
        List<String> untried = new ArrayList<>();
        for (Work work : works) {
            List<String> flaws = work.flaws();
            if (struck.get(work) || !flaws.isEmpty()) {
                CELLS.add(new Cell(work.name(), fault, seconds.get(work), flaws));
            } else {
                untried.add(work.name());
            }
        }
        return untried;
    }

    /** If one replica is to die, the other one stands still for as long as work is being taken up. */
    private static void beginAt(Fault fault, int place, List<Work> works) {
        PackagedService victim = stage.replicas().at(place);
        PackagedService other = stage.replicas().at(place + 1);
        List<Work> timed =
                works.stream().filter(work -> !(work instanceof Flow)).toList();
        List<Work> flows = works.stream().filter(Flow.class::isInstance).toList();
        if (fault.isOfReplica()) {
            other.freeze();
        }
        try {
            timed.forEach(work -> work.begin(place));
            Waiting.until("the work is taken up", PATIENCE, () -> timed.stream()
                    .allMatch(work -> work.isOver()
                            || work.isInTheMiddle() && (!fault.isOfReplica() || work.isAt(victim.pid()))));
        } finally {
            if (fault.isOfReplica()) {
                other.thaw();
            }
        }
        flows.forEach(work -> work.begin(place));
        Waiting.until("the requests are under way", PATIENCE, () -> flows.stream()
                .allMatch(work -> work.isOver() || work.isInTheMiddle()));
    }

    /**
     * @param look sees how far the works are, when they can do no more and have not gone on
     * @return the nanosecond since which they could go on
     */
    private static long strike(Fault fault, PackagedService victim, Runnable look) {
        switch (fault) {
            case REPLICA_KILLED -> {
                victim.kill();
                look.run();
                return System.nanoTime();
            }
            case REPLICA_TOLD_TO_END -> {
                look.run();
                victim.terminate();
                return System.nanoTime();
            }
            case DATABASE_KILLED -> {
                stage.database().kill();
                Waiting.pause(DATABASE_IS_GONE);
                stage.database().startAgain();
                look.run();
                return System.nanoTime();
            }
            case DATABASE_SILENT -> {
                stage.network().goSilent();
                Waiting.pause(DATABASE_IS_SILENT);
                look.run();
                stage.network().comeBack();
                return System.nanoTime();
            }
        }
        throw new IllegalArgumentException(fault.toString());
    }

    private static Map<Work, Double> takeOvers(List<Work> works, long since) {
        Map<Work, Double> seconds = new LinkedHashMap<>();
        long end = System.nanoTime() + SOON.toNanos();
        while (seconds.size() < works.size() && System.nanoTime() < end) {
            works.stream()
                    .filter(work -> !seconds.containsKey(work) && work.goesOn(since))
                    .forEach(work -> seconds.put(work, (System.nanoTime() - since) / 1e9));
            Waiting.pause(Duration.ofMillis(100));
        }
        works.forEach(work -> seconds.putIfAbsent(work, (double) SOON.toSeconds()));
        return seconds;
    }
}
