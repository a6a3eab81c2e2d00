package io.siyu.tier;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** The audit list: every buyer of a shop with what the tier rests on, as of a day. */
@ApplicationScoped
public class BuyerCsv {
    private static final String[] HEADER = {
        "platformId", "purchaseDays", "firstDay", "lastDay", "netSpend", "ownCycleDays", "dueDay", "tier"
    };

    /** What makes a spreadsheet take a cell for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final TierPolicyRepository policies;
    private final TierContexts contexts;
    private final BuyerHistories histories;
    private final AuditTrail audit;

    BuyerCsv(TierPolicyRepository policies, TierContexts contexts, BuyerHistories histories, AuditTrail audit) {
        this.audit = audit;
        this.policies = policies;
        this.contexts = contexts;
        this.histories = histories;
    }

    /** Prepares the list; its rows are read as they are written. */
    public StreamingOutput asOf(Shop shop, LocalDate asOf) {
        TierPolicy policy = policies.current(shop.id()).policy();
        TierContext context = contexts.of(shop.id(), asOf);
        Contention.inTransaction(() -> {
            audit.record(Act.on(shop.id(), "export").to(Map.of("file", "buyers.csv", "asOf", asOf)));
            return null;
        });
        return output -> {
            Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(HEADER);
            histories.forEach(shop.id(), asOf, buyer -> csv.writeRecord(cells(buyer, policy.judge(buyer, context))));
            csv.flush();
        };
    }

    private static String[] cells(BuyerHistory buyer, TierVerdict verdict) {
        BigDecimal cycle = verdict.ownCycleDays();
        return new String[] {
            safe(buyer.platformId()),
            String.valueOf(buyer.purchaseDays()),
            Objects.toString(buyer.firstDay(), ""),
            Objects.toString(buyer.lastDay(), ""),
            buyer.netSpend().toPlainString(),
            cycle == null ? "" : cycle.toPlainString(),
            Objects.toString(verdict.dueDay(), ""),
            verdict.tier().name()
        };
    }

    /** Text that came from outside, so that a spreadsheet shows it and does not run it. */
    static String safe(String text) {
        if (text == null || text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0) {
            return text == null ? "" : text;
        }
        return "'" + text;
    }
}
