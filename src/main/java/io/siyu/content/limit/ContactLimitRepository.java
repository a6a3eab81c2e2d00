package io.siyu.content.limit;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class ContactLimitRepository implements ShopOwnedRepository<ContactLimit> {
    /** The shop's limits on a day; the defaults before its first own ones. */
    public ContactLimits limitsOn(long shopId, LocalDate day) {
        return findOn(shopId, day).map(ContactLimit::limits).orElse(ContactLimits.DEFAULTS);
    }

    /** The shop's limits, each from its day on. */
    public DatedLimits datedOf(long shopId) {
        return DatedLimits.of(listOf(shopId));
    }

    /** The shop's own limits that hold on a day. */
    Optional<ContactLimit> findOn(long shopId, LocalDate day) {
        return find("shopId = ?1 and fromDay <= ?2 order by fromDay desc", shopId, day)
                .firstResultOptional();
    }

    public Optional<ContactLimit> findFrom(long shopId, LocalDate fromDay) {
        return find("shopId = ?1 and fromDay = ?2", shopId, fromDay).firstResultOptional();
    }

    public List<ContactLimit> listOf(long shopId) {
        return list("shopId = ?1 order by fromDay", shopId);
    }
}
