package io.siyu.bench.year;

import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/**
 * A year of a shop with the real orders of one, on two replicas, one of which dies each month in the middle of the work:
 * whether at its end nothing is lost or doubled, and all limits and figures hold.
 */
class YearBench {
    private static final LocalDate FIRST = LocalDate.parse("2011-01-31");
    private static final int DAYS = Integer.getInteger("bench.days", 314);
    private static final long SEED = Long.getLong("bench.seed", 20_261_130L);
    private static final List<LocalTime> LOOKS = List.of(
            LocalTime.of(8, 30),
            LocalTime.of(10, 30),
            LocalTime.of(13, 0),
            LocalTime.of(16, 0),
            LocalTime.of(19, 0),
            LocalTime.of(21, 0));

    @Test
    void aYearLosesAndDoublesNothing() throws IOException, SQLException {
        Path folder = Path.of("target/bench/year");
        try (DatabaseServer database = new DatabaseServer(folder);
                Replicas replicas = new Replicas(folder, database.url())) {
            replicas.setClock(at(FIRST, LocalTime.of(7, 0)));
            YearShop shop = new YearShop(replicas, folder);
            shop.importUntil(FIRST);
            Routine routine = new Routine(replicas, shop);
            routine.begin(FIRST);
            Random random = new Random(SEED);
            Crew crew = new Crew(replicas, shop, random);
            Marketing marketing = new Marketing(replicas, shop, routine);
            Mishaps mishaps = new Mishaps(replicas, shop, random);
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                live(day, replicas, shop, crew, marketing, mishaps);
            }
            replicas.setClock(at(FIRST.plusDays(DAYS), LocalTime.of(23, 59)));
            new YearProof(database, shop, marketing, replicas.now())
                    .check(
                            "YearBench, " + DAYS + " days, seed " + SEED + ": " + marketing.ready()
                                    + " campaigns READY",
                            List.of(crew.figures(), mishaps.figures()));
        }
    }

    private static void live(
            LocalDate day, Replicas replicas, YearShop shop, Crew crew, Marketing marketing, Mishaps mishaps)
            throws IOException {
        replicas.setClock(at(day, LocalTime.of(0, 5)));
        if (day.getDayOfWeek().getValue() == 1) {
            shop.importUntil(day);
            shop.distribute();
        }
        for (LocalTime look : LOOKS) {
            replicas.setClock(at(day, look));
            if (look.equals(LOOKS.get(0))) {
                marketing.work(day);
                mishaps.happen(day);
            }
            if (day.getDayOfMonth() == 15 && look.equals(LOOKS.get(2))) {
                PackagedService victim = replicas.killOne();
                crew.work();
                replicas.startAgain(victim);
            } else {
                crew.work();
            }
        }
        replicas.setClock(at(day, LocalTime.of(22, 45)));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(YearShop.ZONE).toInstant();
    }
}
