package io.siyu.content.limit;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often a shop may reach its followers, from which day on. */
@ApplicationScoped
public class ContactLimitService {
    private final ContactLimitRepository limits;
    private final AuditTrail audit;
    private final Clock clock;

    public ContactLimitService(ContactLimitRepository limits, AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a day that is over: what held then, held */
    @Transactional
    public ContactLimitResponse set(Shop shop, ContactLimitRequest request) {
        if (request.fromDay().isBefore(shop.today(clock))) {
            throw ErrorCode.VALIDATION_FAILED.problem("fromDay", "DayInPast", "Limits hold from today or later.");
        }
        ContactLimitResponse before = limits.findOn(shop.id(), request.fromDay())
                .map(limit -> ContactLimitResponse.from(limit.fromDay(), limit.limits()))
                .orElseGet(() -> ContactLimitResponse.from(null, ContactLimits.DEFAULTS));
        ContactLimits wanted = request.over(limits.limitsOn(shop.id(), request.fromDay()));
        limits.findFrom(shop.id(), request.fromDay())
                .ifPresentOrElse(
                        there -> there.set(wanted),
                        () -> limits.persist(new ContactLimit(shop.id(), request.fromDay(), wanted)));
        ContactLimitResponse after = ContactLimitResponse.from(request.fromDay(), wanted);
        // As a whole: limits that stay as they are from another day on say nothing by what differs.
        audit.record(Act.on(shop.id(), "contact-limits")
                .from(Map.of("limits", before))
                .to(Map.of("limits", after)));
        return after;
    }

    /** The defaults, then the shop's own by day. */
    public List<ContactLimitResponse> list(Shop shop) {
        return Stream.concat(
                        Stream.of(ContactLimitResponse.from(null, ContactLimits.DEFAULTS)),
                        limits.listOf(shop.id()).stream()
                                .map(limit -> ContactLimitResponse.from(limit.fromDay(), limit.limits())))
                .toList();
    }
}
