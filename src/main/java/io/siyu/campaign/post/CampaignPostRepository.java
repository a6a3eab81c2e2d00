package io.siyu.campaign.post;

import io.siyu.campaign.CampaignStatus;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

@ApplicationScoped
public class CampaignPostRepository implements ShopOwnedRepository<CampaignPost> {
    /** Campaigns whose posts count for the rules of others' posts: a draft may still become anything. */
    private static final Set<CampaignStatus> COUNTED =
            EnumSet.complementOf(EnumSet.of(CampaignStatus.DRAFT, CampaignStatus.CANCELLED));

    /** A campaign's posts in the order they go out. */
    public List<CampaignPost> listOf(long shopId, long campaignId) {
        return list(
                "shopId = ?1 and campaignId = ?2 and not removed order by day, minuteOfDay, id", shopId, campaignId);
    }

    /** Daily posts in the order they go out, after the given place. */
    public List<CampaignPost> listDailyAfter(
            long shopId, LocalDate from, LocalDate to, LocalDate afterDay, int afterMinute, long afterId, int rows) {
        return find(
                        "shopId = ?1 and campaignId is null and not removed and day between ?2 and ?3"
                                + " and (day > ?4 or day = ?4 and (minuteOfDay > ?5 or minuteOfDay = ?5 and id > ?6))"
                                + " order by day, minuteOfDay, id",
                        shopId,
                        from,
                        to,
                        afterDay,
                        afterMinute,
                        afterId)
                .range(0, rows - 1)
                .list();
    }

    /** Daily posts from a day on. */
    List<CampaignPost> listDailyFrom(long shopId, LocalDate from) {
        return list("shopId = ?1 and campaignId is null and not removed and day >= ?2 order by day, id", shopId, from);
    }

    /**
     * Moments of these days in the order they go out.
     *
     * @param campaignId null for daily posts
     */
    public List<CampaignPost> listMoments(long shopId, Long campaignId, LocalDate from, LocalDate to) {
        return list(
                "shopId = ?1 and (campaignId = ?2 or ?2 is null and campaignId is null) and kind = ?3 and not removed"
                        + " and day between ?4 and ?5 order by day, minuteOfDay, id",
                shopId,
                campaignId,
                PostKind.MOMENT,
                from,
                to);
    }

    /**
     * What moments and private messages go out around others: daily ones, and those of campaigns beyond DRAFT, without the
     * given campaign's.
     */
    public List<CampaignPost> listBeside(long shopId, Days moments, Days messages, long campaignId) {
        return list(
                "shopId = ?1 and not removed and (kind = ?2 and day between ?3 and ?4 or kind = ?5 and day between ?6 and ?7)"
                        + " and (campaignId is null or campaignId <> ?8 and"
                        + " campaignId in (select c.id from Campaign c where c.shopId = ?1 and c.status in ?9))",
                shopId,
                PostKind.MOMENT,
                moments.first(),
                moments.last(),
                PostKind.PRIVATE,
                messages.first(),
                messages.last(),
                campaignId,
                COUNTED);
    }

    /** From one day to another, both included. */
    public record Days(LocalDate first, LocalDate last) {}
}
