package io.siyu.campaign.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.EachDue;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts and ends campaigns at their time. */
@ApplicationScoped
public class CampaignDueWork implements TimedWork {
    private static final int BATCH = 100;
    private static final int SHOPS_A_QUERY = 1000;

    private final CampaignRepository campaigns;
    private final ShopRepository shops;
    private final CampaignClockService service;

    public CampaignDueWork(CampaignRepository campaigns, ShopRepository shops, CampaignClockService service) {
        this.campaigns = campaigns;
        this.shops = shops;
        this.service = service;
    }

    @Override
    public int runDue(Instant now) {
        List<Long> shopIds = QuarkusTransaction.requiringNew().call(shops::listIds);
        int done = 0;
        for (int from = 0; from < shopIds.size(); from += SHOPS_A_QUERY) {
            List<Long> some = shopIds.subList(from, Math.min(from + SHOPS_A_QUERY, shopIds.size()));
            List<Campaign> due = QuarkusTransaction.requiringNew().call(() -> campaigns.listDue(some, now, BATCH));
            done += EachDue.sum(due, campaign -> advance(campaign, now));
        }
        return done;
    }

    private int advance(Campaign campaign, Instant now) {
        return Contention.inTransaction(() -> service.advance(campaign.shopId(), campaign.id(), now)) ? 1 : 0;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> campaigns.findDueSince(now));
    }

    /** Before the work of tasks: a campaign runs before its tasks open. */
    @Override
    public int order() {
        return 10;
    }
}
