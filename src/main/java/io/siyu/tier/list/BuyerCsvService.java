package io.siyu.tier.list;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.CsvText;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.tier.BuyerHistory;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierContexts;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierPolicyRepository;
import io.siyu.tier.TierVerdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import java.time.LocalDate;
import java.util.Map;

/** The audit list: every buyer of a shop with what the tier rests on, as of a day. */
@ApplicationScoped
class BuyerCsvService {
    private final TierPolicyRepository policies;
    private final TierContexts contexts;
    private final BuyerHistories histories;
    private final AuditTrail audit;

    BuyerCsvService(TierPolicyRepository policies, TierContexts contexts, BuyerHistories histories, AuditTrail audit) {
        this.audit = audit;
        this.policies = policies;
        this.contexts = contexts;
        this.histories = histories;
    }

    /** Prepares the list; its rows are read as they are written. */
    StreamingOutput asOf(Shop shop, LocalDate asOf) {
        TierPolicy policy = policies.current(shop.id()).policy();
        TierContext context = contexts.of(shop.id(), asOf);
        Contention.inTransaction(() -> {
            audit.record(Act.on(shop.id(), "export").to(Map.of("file", "buyers.csv", "asOf", asOf)));
            return null;
        });
        return CsvText.of(csv -> {
            csv.row("platformId", "purchaseDays", "firstDay", "lastDay", "netSpend", "ownCycleDays", "dueDay", "tier");
            histories.forEach(shop.id(), asOf, buyer -> add(csv, buyer, policy.judge(buyer, context)));
        });
    }

    private static void add(CsvText csv, BuyerHistory buyer, TierVerdict verdict) {
        csv.row(
                buyer.platformId(),
                buyer.purchaseDays(),
                buyer.firstDay(),
                buyer.lastDay(),
                buyer.netSpend(),
                verdict.ownCycleDays(),
                verdict.dueDay(),
                verdict.tier());
    }
}
