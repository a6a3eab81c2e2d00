package io.siyu.bench;

import io.siyu.support.MadeFacts;
import io.siyu.support.MadeOrders;
import io.siyu.support.TaobaoFile;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Whether a shop that grows file by file stays as fast, in bounded memory, and pleasant to use meanwhile. */
class GrowthBench {
    private static final int ALL = Integer.getInteger("bench.more", 5_000_000);
    private static final Duration IDLE = Duration.ofSeconds(15);

    @Test
    void staysAsFastAndPleasantWhileAShopGrows() throws SQLException {
        int files = Math.max(1, ALL / Stage.ORDERS);
        // One stretch of three years, cut into files: each brings new buyers and later orders of all earlier ones.
        MadeOrders made = new MadeOrders(Stage.SEED, files * Stage.ORDERS, files * Stage.BUYERS);
        Figures figures = new Figures("GrowthBench, " + files + " files of " + Stage.ORDERS + " orders and "
                + Stage.BUYERS + " new buyers each");
        try (Stage stage = new Stage("growth")) {
            String shop = stage.client().createShop("Bench");
            String tasks = TaskList.fill(stage.connection(), stage.client(), shop);
            double first = 0;
            double last = 0;
            for (int file = 0; file < files; file++) {
                Path csv = stage.folder().resolve("orders" + file + ".csv");
                TaobaoFile.write(csv, made, file * Stage.ORDERS, (file + 1) * Stage.ORDERS);
                last = stage.importFile(shop, csv).seconds();
                first = file == 0 ? last : first;
                figures.rate("file " + (file + 1) + ", from the upload to DONE", Stage.ORDERS, last);
                Stage.delete(csv);
            }
            Proof.check(stage, shop, MadeFacts.of(made, made.count()));
            figures.atLeast("last file's rate of the first's", first / last, 0.80);
            measureResponses(stage, tasks, figures);
            stage.heap().addTo(figures);
        }
        figures.print();
    }

    /** In an import of its own, into another shop: the phones would slow those that are measured. */
    private static void measureResponses(Stage stage, String tasks, Figures figures) {
        MadeOrders made = new MadeOrders(Stage.SEED + 1, Stage.ORDERS, Stage.BUYERS);
        Path csv = TaobaoFile.write(stage.folder().resolve("other.csv"), made, 0, made.count());
        String shop = stage.client().createShop("Other");
        // The first looks find code that is not compiled yet.
        Responses.during(stage.client(), tasks, IDLE);
        Responses idle = Responses.during(stage.client(), tasks, IDLE);
        Responses busy = new Responses(stage.client(), tasks);
        try (busy) {
            stage.importFile(shop, csv);
        }
        figures.add("task list with nothing else going on", idle.toString());
        figures.add("task list during an import", busy.toString());
        figures.atMost("  its p95 in multiples of the idle one", busy.percentile(95) / idle.percentile(95), 3.0);
    }
}
