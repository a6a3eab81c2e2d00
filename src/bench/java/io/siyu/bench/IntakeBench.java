package io.siyu.bench;

import io.siyu.support.MadeFacts;
import io.siyu.support.MadeOrders;
import io.siyu.support.TaobaoFile;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

/** How fast a large file comes in, and the same file again, next to the database loading the same orders' bare rows. */
class IntakeBench {
    @Test
    void importsNearlyAsFastAsTheDatabaseLoads() throws SQLException {
        Figures figures = new Figures("IntakeBench, " + Stage.ORDERS + " orders of " + Stage.BUYERS + " buyers");
        MadeOrders made = new MadeOrders(Stage.SEED, Stage.ORDERS, Stage.BUYERS);
        MadeFacts facts = MadeFacts.of(made, made.count());
        try (Stage stage = new Stage("intake")) {
            Path csv = TaobaoFile.write(stage.folder().resolve("orders.csv"), made, 0, made.count());
            BareRows bare = new BareRows(stage.connection(), made);
            Path rows = bare.write(stage.folder().resolve("orders.tsv"));
            double load = bare.load(rows);

            String shop = stage.client().createShop("Bench");
            Stage.Imported first = stage.importFile(shop, csv);
            Proof.check(stage, shop, facts);
            String written = "SELECT SUM(version) + COUNT(*) FROM shop_order WHERE shop_id = " + shop;
            long before = stage.count(written);
            Stage.Imported again = stage.importFile(shop, csv);

            assertThat(first.count("orders", "created")).isEqualTo(facts.orders());
            assertThat(first.count("buyers", "created")).isEqualTo(facts.buyers());
            assertThat(again.count("orders", "unchanged")).isEqualTo(facts.orders());
            assertThat(stage.count(written) - before).as("rows written again").isZero();
            Proof.check(stage, shop, facts);

            // The better of two, so that a slow moment of the machine does not flatter the import.
            double loadAgain = bare.load(rows);
            figures.rate("LOAD DATA of the bare rows, before the imports", facts.orders(), load);
            figures.rate("LOAD DATA of the bare rows, after the imports", facts.orders(), loadAgain);
            figures.rate("batched inserts of the bare rows, one connection", facts.orders(), bare.insert());
            figures.rate("import, from the upload to DONE", facts.orders(), first.seconds());
            figures.atLeast("  of the faster LOAD DATA", Math.min(load, loadAgain) / first.seconds(), 0.40);
            figures.rate("the same file again", facts.orders(), again.seconds());
            figures.atLeast("  of the first import's rate", first.seconds() / again.seconds(), 1.0);
            figures.add("  rows of orders written by it", "0");
            stage.heap().addTo(figures);
        }
        figures.print();
    }
}
