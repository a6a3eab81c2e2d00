package io.siyu.webhook;

import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;

/** Shows what platforms sent, and tries again what failed. */
@ApplicationScoped
public class HookDeliveryService {
    private final HookDeliveryRepository deliveries;
    private final Clock clock;

    HookDeliveryService(HookDeliveryRepository deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional
    public Page<HookDeliveryResponse> list(long shopId, HookStatus status, PageRequest page, Language language) {
        Long before = page.cursor(1).map(c -> c.longAt(0)).orElse(null);
        return Page.of(
                deliveries.list(shopId, status, before, page.rowsToRead(), language),
                page.limit(),
                d -> Cursor.of(d.id()));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a delivery of none of these shops */
    @Transactional
    public HookDeliveryResponse find(Collection<Long> shopIds, long id, Language language) {
        return deliveries
                .findInAny(shopIds, id, language)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such delivery."));
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it has not failed, or its body is gone */
    @Transactional
    public void retry(long shopId, long id) {
        if (!deliveries.retry(shopId, id, clock.instant())) {
            throw ErrorCode.STATE_CONFLICT.problem("Only a failed delivery is tried again, while its body is kept.");
        }
    }
}
