package io.siyu.campaign;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
public class CampaignRepository implements ShopOwnedRepository<Campaign> {
    /**
     * A shop's campaigns by day, after the given place.
     *
     * @param status null for any
     */
    public List<Campaign> listAfter(
            long shopId,
            CampaignStatus status,
            LocalDate from,
            LocalDate to,
            LocalDate afterDay,
            long afterId,
            int rows) {
        return find(
                        "shopId = ?1 and startDay between ?2 and ?3 and (?4 is null or status = ?4)"
                                + " and (startDay > ?5 or startDay = ?5 and id > ?6) order by startDay, id",
                        shopId,
                        from,
                        to,
                        status,
                        afterDay,
                        afterId)
                .range(0, rows - 1)
                .list();
    }

    /** Campaigns of any status that start in these days, both included. */
    public List<Campaign> listStarting(long shopId, LocalDate from, LocalDate to) {
        return list("shopId = ?1 and startDay between ?2 and ?3 order by startDay, id", shopId, from, to);
    }

    /** Those that repeat a campaign, the first one made first. */
    public List<Campaign> listRepeating(long shopId, long campaignId) {
        return list("shopId = ?1 and repeatsCampaignId = ?2 order by id", shopId, campaignId);
    }

    /**
     * For nobody else to change before the transaction is over, and as it is by then: whoever was faster is seen. What was
     * changed of it here is written first.
     */
    public void lockAnew(Campaign campaign) {
        flush();
        Number version = (Number) getEntityManager()
                .createNativeQuery("SELECT version FROM campaign WHERE shop_id = ?1 AND id = ?2 FOR UPDATE")
                .setParameter(1, campaign.shopId())
                .setParameter(2, campaign.id())
                .getSingleResult();
        // Hibernate reads it by its id alone, which no key begins with: to be asked only if somebody was faster.
        if (version.intValue() != campaign.version()) {
            getEntityManager().refresh(campaign);
        }
    }

    /** Those that may still have something go out. */
    public List<Campaign> listBeforeEnd(long shopId) {
        Set<CampaignStatus> statuses = EnumSet.allOf(CampaignStatus.class);
        statuses.removeIf(status -> !status.isBeforeEnd());
        return list("shopId = ?1 and status in ?2 order by id", shopId, statuses);
    }

    /** Since when the campaign waits that is due the longest. */
    public Optional<Instant> findDueSince(Instant now) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(c.clockAt) from Shop s join Campaign c on c.shopId = s.id and c.clockAt <= :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResult());
    }

    /** Campaigns that the clock has something to do with, the longest due first. */
    public List<Campaign> listDue(Collection<Long> shopIds, Instant now, int rows) {
        return shopIds.isEmpty()
                ? List.of()
                : find("shopId in ?1 and clockAt <= ?2 order by clockAt", shopIds, now)
                        .range(0, rows - 1)
                        .list();
    }
}
