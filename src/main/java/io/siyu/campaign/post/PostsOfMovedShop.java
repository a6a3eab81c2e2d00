package io.siyu.campaign.post;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.shop.ShopMoved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a shop goes to another zone, its campaigns and the posts that have not gone out keep their day and hour there. */
@ApplicationScoped
class PostsOfMovedShop {
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;
    private final Event<PostChanged> changed;
    private final Clock clock;

    PostsOfMovedShop(
            CampaignRepository campaigns, CampaignPostRepository posts, Event<PostChanged> changed, Clock clock) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.changed = changed;
        this.clock = clock;
    }

    void follow(@Observes ShopMoved event) {
        long shopId = event.shop().id();
        Instant now = clock.instant();
        List<CampaignPost> all = new ArrayList<>(posts.listDailyFrom(shopId, LocalDate.ofInstant(now, event.from())));
        for (Campaign campaign : campaigns.listBeforeEnd(shopId)) {
            campaign.moveTo(event.shop().zone());
            if (campaign.status().isReadyOrUnderWay()) {
                all.addAll(posts.listOf(shopId, campaign.id()));
            }
        }
        campaigns.flush();
        all.stream()
                .filter(post -> post.scheduledAt(event.from()).isAfter(now))
                .forEach(post -> changed.fire(new PostChanged(shopId, post.id())));
    }
}
