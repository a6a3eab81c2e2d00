package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.support.MadeFacts;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

/** That what is measured is also right: what the shop shows is what the generator of its orders knows. */
final class Proof {
    private Proof() {}

    static void check(Stage stage, String shop, MadeFacts facts) {
        JsonNode cycle = stage.client().get("marketer", "/shops/" + shop + "/repurchase-cycle?scope=buyers");
        assertThat(new MadeFacts(
                        Math.toIntExact(stage.count("SELECT COUNT(*) FROM shop_order WHERE shop_id = " + shop)),
                        cycle.get("orders").asInt(),
                        Math.toIntExact(stage.count("SELECT COUNT(*) FROM order_line WHERE shop_id = " + shop)),
                        Math.toIntExact(stage.count("SELECT COUNT(*) FROM buyer WHERE shop_id = " + shop)),
                        cycle.get("buyers").asInt(),
                        cycle.get("repeatBuyers").asInt(),
                        cycle.get("intervals").asLong(),
                        new BigDecimal(cycle.get("meanDays").asText()).setScale(6),
                        new BigDecimal(cycle.get("netAmount").asText())))
                .isEqualTo(facts);
        assertThat(stage.count("SELECT SUM(purchase_days) FROM buyer WHERE shop_id = " + shop))
                .as("purchase days in the buyers' sums")
                .isEqualTo(facts.intervals() + facts.purchasing());
        assertThat(stage.count("SELECT COUNT(*) FROM buyer WHERE shop_id = " + shop + " AND tier = 'LEAD'"))
                .as("buyers without a tier")
                .isEqualTo(facts.buyers() - facts.purchasing());
    }
}
