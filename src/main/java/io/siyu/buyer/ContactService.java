package io.siyu.buyer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** Shows personal values to those who need them for their work, and remembers to whom. */
@ApplicationScoped
public class ContactService {
    private final BuyerRepository buyers;
    private final Sql sql;
    private final Clock clock;
    private final Counter reveals;

    ContactService(BuyerRepository buyers, Sql sql, Clock clock, MeterRegistry registry) {
        this.buyers = buyers;
        this.sql = sql;
        this.clock = clock;
        this.reveals = registry.counter("siyu.contact.reveals");
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 404 for a buyer whom the member may not see, 409 for one who
     *     opted out: nobody has a reason to contact that person
     */
    @Transactional
    public ContactResponse reveal(Member member, long buyerId) {
        Buyer buyer = buyers.findInAny(List.of(member.shopId()), buyerId)
                .filter(found -> !member.isOnlyStaff() || buyers.isOnAccountOf(found, member.staffId()))
                .orElseThrow(BuyerService::noSuchBuyer);
        if (buyer.optedOut()) {
            throw ErrorCode.STATE_CONFLICT.problem("This buyer opted out and is not to be contacted.");
        }
        sql.update(
                "INSERT INTO contact_reveal (shop_id, id, buyer_id, staff_id, revealed_at) VALUES (?, ?, ?, ?, ?)",
                member.shopId(),
                Id.nextValue(),
                buyer.id(),
                member.staffId(),
                clock.instant());
        reveals.increment();
        return ContactResponse.from(buyer);
    }

    /** For the person's own copy of what is known; whoever hands it out keeps that it was. */
    @Transactional
    public FullContact all(long shopId, long buyerId) {
        return buyers.findContact(shopId, buyerId).orElseThrow(BuyerService::noSuchBuyer);
    }
}
