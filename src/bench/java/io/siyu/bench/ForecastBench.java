package io.siyu.bench;

import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.PurchaseFit;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.PurchaseModel;
import io.siyu.forecast.model.SimulatedBuyers;
import io.siyu.forecast.model.WeightedHistories;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * How long both models take to fit, from the buyers' histories on: once for as many buyers as CDNOW has, once for a million.
 * With {@code -Dbench.cdnow=} and the path of CDNOW_master.txt the first are the real ones.
 */
class ForecastBench {
    private static final int SMALL = 23_570;
    private static final int MANY = Integer.getInteger("bench.forecastBuyers", 1_000_000);
    private static final String CDNOW = System.getProperty("bench.cdnow", "");
    private static final int DAYS = 730;
    private static final double DAYS_A_WEEK = 7;
    private static final PurchaseModel TRUTH = new PurchaseModel(ModelKind.BG_NBD, .6, 40, .7, 3);

    @Test
    void fitsWhileOneWaits() throws IOException {
        // The first fit finds code that is not compiled yet.
        fit(simulated(SMALL, 1));
        Figures figures = new Figures("ForecastBench");
        boolean isReal = !CDNOW.isEmpty();
        measure(figures, isReal ? "CDNOW" : "as many as CDNOW has", isReal ? cdnow() : simulated(SMALL, 2), 1);
        measure(figures, "simulated", simulated(MANY, 3), 15);
        figures.print();
    }

    private static void measure(Figures figures, String whose, List<PurchaseHistory> buyers, double goal) {
        long start = System.nanoTime();
        WeightedHistories histories = weighted(buyers);
        PurchaseFit fit = PurchaseFit.of(ModelKind.BG_NBD, histories);
        PurchaseFit modified = PurchaseFit.of(ModelKind.MBG_NBD, histories);
        double seconds = (System.nanoTime() - start) / 1e9;
        PurchaseModel model = fit.model();
        figures.atMost(
                String.format(Locale.ROOT, "both fits of %,d buyers (%s), seconds", buyers.size(), whose),
                seconds,
                goal);
        figures.add(
                String.format(
                        Locale.ROOT,
                        "  %,d points, log-likelihood %,.1f (MBG/NBD %,.1f)",
                        histories.points(),
                        fit.logLikelihood(),
                        modified.logLikelihood()),
                String.format(
                        Locale.ROOT, "r %.4f α %.4f a %.4f b %.4f", model.r(), model.alpha(), model.a(), model.b()));
    }

    private static PurchaseFit fit(List<PurchaseHistory> buyers) {
        return PurchaseFit.of(ModelKind.BG_NBD, weighted(buyers));
    }

    private static WeightedHistories weighted(List<PurchaseHistory> buyers) {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        buyers.forEach(buyer -> builder.add(buyer, 1));
        return builder.build();
    }

    private static List<PurchaseHistory> simulated(int buyers, long seed) {
        SimulatedBuyers simulated = new SimulatedBuyers(TRUTH, seed);
        List<PurchaseHistory> list = new ArrayList<>(buyers);
        for (int i = 0; i < buyers; i++) {
            list.add(simulated.inDays(1 + i % DAYS));
        }
        return list;
    }

    /** The whole log, in weeks as of its last day; purchases of one day are one. */
    private static List<PurchaseHistory> cdnow() throws IOException {
        Map<String, TreeSet<LocalDate>> days = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(CDNOW))) {
            String[] cells = line.strip().split(" +");
            if (cells[0].matches("[0-9]+")) {
                days.computeIfAbsent(cells[0], id -> new TreeSet<>())
                        .add(LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE));
            }
        }
        LocalDate asOf = days.values().stream()
                .map(TreeSet::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return days.values().stream().map(own -> history(own, asOf)).toList();
    }

    private static PurchaseHistory history(TreeSet<LocalDate> days, LocalDate asOf) {
        LocalDate first = days.first();
        return new PurchaseHistory(
                days.size() - 1,
                ChronoUnit.DAYS.between(first, days.last()) / DAYS_A_WEEK,
                ChronoUnit.DAYS.between(first, asOf) / DAYS_A_WEEK);
    }
}
