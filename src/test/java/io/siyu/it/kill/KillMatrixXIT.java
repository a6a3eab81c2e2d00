package io.siyu.it.kill;

import io.siyu.it.kill.Trial.Cell;
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
import java.util.List;
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
    private static final Path FOLDER = Path.of("target/kill-matrix");
    private static final Path REPORT = Path.of("target/kill-matrix.txt");

    private static final Duration DATABASE_IS_GONE = Duration.ofSeconds(3);
    private static final Duration DATABASE_IS_SILENT = Duration.ofSeconds(8);

    private static final List<Cell> CELLS = new ArrayList<>();
    private static final Random RANDOM = new Random(SEED);
    private static OneDatabase database;
    private static Stage stage;

    @BeforeAll
    static void open() {
        System.out.println("The faults strike by -Dsiyu.test.seed=" + SEED);
        database = new OneDatabase(FOLDER);
        stage = new Stage(FOLDER, database);
    }

    @AfterAll
    static void close() throws IOException {
        StringBuilder table = new StringBuilder("Kill matrix, seed " + SEED + ", aim " + Cell.AIM_SECONDS + " s\n");
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
            assertThat(cell.seconds()).as(cell.work()).isLessThan(Trial.SOON.toSeconds());
        });
    }

    /** @return the works that were not in the middle at that moment */
    private static List<String> strike(Fault fault, List<Work> works) {
        int place = RANDOM.nextInt(2);
        PackagedService victim = stage.replicas().at(place);
        Trial trial = new Trial(stage, works);
        trial.run(place, fault.isOfReplica(), () -> strike(fault, victim, trial::look));
        if (fault.isOfReplica()) {
            victim.awaitEnd(Trial.PATIENCE);
            victim.start();
        }
        List<Cell> cells = trial.cells(fault);
        CELLS.addAll(cells);
        return trial.untried(cells);
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
                database.server().kill();
                Waiting.pause(DATABASE_IS_GONE);
                database.server().startAgain();
                look.run();
                return System.nanoTime();
            }
            case DATABASE_SILENT -> {
                database.network().goSilent();
                Waiting.pause(DATABASE_IS_SILENT);
                look.run();
                database.network().comeBack();
                return System.nanoTime();
            }
        }
        throw new IllegalArgumentException(fault.toString());
    }
}
