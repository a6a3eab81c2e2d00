package io.siyu.buyer.reveal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.buyer.Buyer;
import io.siyu.buyer.BuyerRepository;
import io.siyu.buyer.BuyerService;
import io.siyu.buyer.contact.FullContact;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;

/** Shows personal values to those who need them for their work, and remembers to whom. */
@ApplicationScoped
public class ContactService {
    private final BuyerRepository buyers;
    private final ContactReveals reveals;
    private final AuditTrail audit;
    private final Counter revealed;

    ContactService(BuyerRepository buyers, ContactReveals reveals, AuditTrail audit, MeterRegistry registry) {
        this.buyers = buyers;
        this.reveals = reveals;
        this.audit = audit;
        this.revealed = registry.counter("siyu.contact.reveals");
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 404 for a buyer whom the member may not see, 409 for one who was
     *     erased: there is nothing to be shown, or opted out: nobody has a reason to contact that person; 429 for one too
     *     many within an hour
     */
    public ContactResponse reveal(Member member, long buyerId) {
        ContactResponse contact = Contention.inTransaction(() -> {
            Buyer buyer = buyers.findInAny(List.of(member.shopId()), buyerId)
                    .filter(found -> !member.isOnlyStaff() || buyers.isOnAccountOf(found, member.staffId()))
                    .orElseThrow(BuyerService::noSuchBuyer);
            if (buyer.erasedAt() != null) {
                throw ErrorCode.STATE_CONFLICT.problem("id", "Erased", "This buyer was erased.");
            }
            if (buyer.optedOut()) {
                throw ErrorCode.STATE_CONFLICT.problem("This buyer opted out and is not to be contacted.");
            }
            reveals.add(member, buyer.id(), RevealKind.REVEAL);
            audit.record(Act.on(member.shopId(), "buyer", buyer.id()));
            return ContactResponse.from(buyer);
        });
        revealed.increment();
        return contact;
    }

    /** For the person's own copy of what is known; whoever hands it out keeps that it was. */
    @Transactional
    public FullContact all(long shopId, long buyerId) {
        return buyers.findContact(shopId, buyerId).orElseThrow(BuyerService::noSuchBuyer);
    }
}
