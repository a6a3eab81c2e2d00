package io.siyu.content;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** How often a shop may reach its followers, from which day on. */
@ApplicationScoped
public class ContactLimitService {
    private final ContactLimitRepository limits;
    private final Clock clock;

    public ContactLimitService(ContactLimitRepository limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a day that is over: what held then, held */
    @Transactional
    public ContactLimitResponse set(Shop shop, ContactLimitRequest request) {
        if (request.fromDay().isBefore(shop.today(clock))) {
            throw ErrorCode.VALIDATION_FAILED.problem("fromDay", "DayInPast", "Limits hold from today or later.");
        }
        ContactLimits wanted = request.over(limits.limitsOn(shop.id(), request.fromDay()));
        limits.findFrom(shop.id(), request.fromDay())
                .ifPresentOrElse(
                        there -> there.set(wanted),
                        () -> limits.persist(new ContactLimit(shop.id(), request.fromDay(), wanted)));
        return ContactLimitResponse.from(request.fromDay(), wanted);
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
