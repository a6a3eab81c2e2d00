package io.siyu.buyer;

import io.siyu.buyer.contact.Masked;
import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.RfmScore;
import io.siyu.buyer.standing.ShopStanding;
import io.siyu.platform.ids.Id;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A buyer in a list. Name, phone and e-mail are masked.
 *
 * @param orders counted orders
 * @param purchaseDays n: days with at least one counted order
 * @param netSpend decimal string in the shop's currency
 * @param erasedAt since when nothing is known of the person any more, null for everybody else
 * @param rfm null while nothing was bought
 * @param ownCycleDays six decimals, null while nothing was bought
 */
public record BuyerResponse(
        Id id,
        String platformId,
        String name,
        String phone,
        String email,
        int orders,
        int purchaseDays,
        LocalDate firstDay,
        LocalDate lastDay,
        String netSpend,
        String ownCycleDays,
        LocalDate dueDay,
        Tier tier,
        LocalDate tierSince,
        RfmScore rfm,
        boolean optedOut,
        Instant erasedAt) {

    static BuyerResponse from(Buyer buyer, ShopStanding standing) {
        Optional<KeptCycle> cycle = buyer.lastDay() == null ? Optional.empty() : standing.cycle();
        return new BuyerResponse(
                Id.of(buyer.id()),
                buyer.platformId(),
                Masked.name(buyer.name()),
                Masked.phone(buyer.phone()),
                Masked.email(buyer.email()),
                buyer.orders(),
                buyer.purchaseDays(),
                buyer.firstDay(),
                buyer.lastDay(),
                buyer.netSpend().toPlainString(),
                cycle.map(kept -> kept.ownDays(buyer.purchaseDays(), buyer.firstDay(), buyer.lastDay()))
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                cycle.map(kept -> kept.dueDay(buyer.purchaseDays(), buyer.firstDay(), buyer.lastDay()))
                        .orElse(null),
                buyer.tier(),
                buyer.tierSince(),
                standing.scale()
                        .map(s -> s.scoreOf(buyer.purchaseDays(), buyer.lastDay(), buyer.netSpend()))
                        .orElse(null),
                buyer.optedOut(),
                buyer.erasedAt());
    }
}
