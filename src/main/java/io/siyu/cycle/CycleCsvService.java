package io.siyu.cycle;

import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.MeasuredCycle;
import io.siyu.cycle.measure.OwnCycle;
import io.siyu.order.figures.BuyerTotals;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.CsvText;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The buyers that a cycle was measured on, so that everybody can add them up. */
@ApplicationScoped
public class CycleCsvService {
    private final CycleService cycles;
    private final PurchaseDays purchaseDays;
    private final AuditTrail audit;

    CycleCsvService(CycleService cycles, PurchaseDays purchaseDays, AuditTrail audit) {
        this.audit = audit;
        this.cycles = cycles;
        this.purchaseDays = purchaseDays;
    }

    /**
     * Prepares the list; its rows are read as they are written. Own cycles lean on the shop's mean, as they do everywhere;
     * on that of the same products where purchases of products are asked for and there are enough of them.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a filter that makes no sense
     */
    @Transactional
    public StreamingOutput of(long shopId, CycleFilter filter) {
        CycleService.Answer answer = cycles.answer(shopId, filter);
        MeanCycle mean = mean(answer);
        audit.record(Act.on(shopId, "export").to(told(filter)));
        return CsvText.of(csv -> {
            csv.row("buyerId", "platformId", "purchaseDays", "firstDay", "lastDay", "ownCycleDays", "dueDay");
            purchaseDays.forEach(answer.purchaseScope(), buyer -> add(csv, buyer, mean));
        });
    }

    /** What was asked for, without what was left open. */
    private static Map<String, Object> told(CycleFilter filter) {
        Map<String, Object> told = new TreeMap<>(filter.asked());
        told.put("file", "cycle-buyers.csv");
        return told;
    }

    private MeanCycle mean(CycleService.Answer answer) {
        MeasuredCycle measured = answer.measured();
        return answer.purchaseScope().filter().isOfProducts() && measured.isEnough()
                ? new MeanCycle(
                        answer.basis(),
                        measured.histogram().totalDays(),
                        measured.histogram().count())
                : cycles.meanCycle(answer.shop().id(), answer.purchaseScope().asOf());
    }

    private static void add(CsvText csv, PurchaseDays.Buyer buyer, MeanCycle mean) {
        BuyerTotals days = buyer.days();
        int n = days.purchaseDays();
        LocalDate first = LocalDate.ofEpochDay(days.day(0));
        LocalDate last = LocalDate.ofEpochDay(days.day(n - 1));
        OwnCycle own = OwnCycle.of(n, first, last, mean);
        csv.row(buyer.id(), buyer.platformId(), n, first, last, own.days(), own.dueAfter(last));
    }
}
