package io.siyu.campaign.daily;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class DailyOccurrenceRepository implements ShopOwnedRepository<DailyOccurrence> {
    /** Those of some days, both included, in the order of their times. */
    List<DailyOccurrence> listOf(long shopId, long planId, LocalDate from, LocalDate to) {
        return list(
                "shopId = ?1 and planId = ?2 and day between ?3 and ?4 order by day, minuteOfDay",
                shopId,
                planId,
                from,
                to);
    }

    List<DailyOccurrence> listAfter(
            long shopId, long planId, LocalDate from, LocalDate to, LocalDate afterDay, int afterMinute, int rows) {
        return find(
                        "shopId = ?1 and planId = ?2 and day between ?3 and ?4"
                                + " and (day > ?5 or day = ?5 and minuteOfDay > ?6) order by day, minuteOfDay",
                        shopId,
                        planId,
                        from,
                        to,
                        afterDay,
                        afterMinute)
                .range(0, rows - 1)
                .list();
    }

    Optional<DailyOccurrence> findOfPost(long shopId, long postId) {
        return find("shopId = ?1 and postId = ?2", shopId, postId).firstResultOptional();
    }
}
