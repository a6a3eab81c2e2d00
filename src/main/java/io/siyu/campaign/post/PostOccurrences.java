package io.siyu.campaign.post;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.audience.AudienceReach;
import io.siyu.content.PostKind;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.script.ScriptRepository;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When and where posts go out: what tasks are made of. */
@ApplicationScoped
public class PostOccurrences {
    private final CampaignRepository campaigns;
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;
    private final AccountRepository accounts;
    private final ShopRepository shops;

    public PostOccurrences(
            CampaignRepository campaigns,
            CampaignPostRepository posts,
            ScriptRepository scripts,
            AccountRepository accounts,
            ShopRepository shops) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.scripts = scripts;
        this.accounts = accounts;
        this.shops = shops;
    }

    /** All posts of a campaign in the order they go out, whatever its status. */
    public List<PostOccurrence> ofCampaign(long shopId, long campaignId) {
        return campaigns
                .findIn(shopId, campaignId)
                .map(campaign -> occurrences(campaign, posts.listOf(shopId, campaignId)))
                .orElse(List.of());
    }

    /** Empty if the post will not go out: it was removed, or its campaign is neither READY nor under way. */
    public Optional<PostOccurrence> ofPost(long shopId, long postId) {
        Optional<CampaignPost> post = posts.findIn(shopId, postId).filter(found -> !found.isRemoved());
        if (post.isEmpty()) {
            return Optional.empty();
        }
        if (post.get().isDaily()) {
            return occurrences(shopId, null, List.of(post.get())).stream().findFirst();
        }
        return campaigns
                .findIn(shopId, post.get().campaignId())
                .filter(campaign -> campaign.status().isReadyOrUnderWay())
                .flatMap(campaign ->
                        occurrences(campaign, List.of(post.get())).stream().findFirst());
    }

    private List<PostOccurrence> occurrences(Campaign campaign, Collection<CampaignPost> ofPosts) {
        return occurrences(campaign.shopId(), campaign, ofPosts);
    }

    private List<PostOccurrence> occurrences(long shopId, Campaign campaign, Collection<CampaignPost> ofPosts) {
        Shop shop = shops.findById(shopId);
        List<Account> active = accounts.listActive(shopId);
        Map<Long, Script> byId = scripts
                .listIn(
                        shopId,
                        ofPosts.stream()
                                .map(CampaignPost::script)
                                .filter(Objects::nonNull)
                                .map(ScriptPin::scriptId)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Script::id, Function.identity()));
        return ofPosts.stream()
                .map(post -> occurrence(shop, campaign, post, scriptOf(post, byId), active))
                .toList();
    }

    private static Script scriptOf(CampaignPost post, Map<Long, Script> byId) {
        return post.script() == null ? null : byId.get(post.script().scriptId());
    }

    private static PostOccurrence occurrence(
            Shop shop, Campaign campaign, CampaignPost post, Script script, List<Account> active) {
        AudienceReach reach = AudienceReach.of(
                        campaign == null ? Audience.OPEN : campaign.audience(), post.audience(), active)
                .forTiers(post.variant() == null ? List.of() : post.variant().tiers());
        boolean isNobody = post.kind() == PostKind.PRIVATE && reach.isNobody();
        return new PostOccurrence(
                shop.id(),
                post.campaignId(),
                post.id(),
                post.dayNo(),
                post.scheduledAt(shop.zone()),
                post.kind(),
                post.visibleTo(),
                post.line() == null && script != null ? script.line() : post.line(),
                script == null ? null : post.script(),
                reach.tiers(),
                reach.tags(),
                reach.segmentIds(),
                isNobody ? List.of() : reach.accountIds(),
                PostValues.of(shop, campaign));
    }
}
