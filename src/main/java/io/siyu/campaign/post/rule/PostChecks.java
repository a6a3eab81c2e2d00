package io.siyu.campaign.post.rule;

import io.quarkus.arc.All;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.CampaignPostRepository.Days;
import io.siyu.campaign.post.PostValues;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.DatedLimits;
import io.siyu.content.word.ShopWords;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks posts against the rules: each by what it says, and all together with what else goes out around their days. A limit
 * is read for the day on which the thing happens.
 */
@ApplicationScoped
public class PostChecks {
    /** No campaign has it: the posts beside a daily post are those of all campaigns. */
    private static final long NO_CAMPAIGN = 0;

    private final CampaignPostRepository posts;
    private final PostSources sources;
    private final OfferRule offer;
    private final List<PostTextRule> textRules;
    private final PlanRules planRules;
    private final ContactLimitRepository limits;
    private final ShopWords words;

    PostChecks(
            CampaignPostRepository posts,
            PostSources sources,
            OfferRule offer,
            @All List<PostTextRule> textRules,
            PlanRules planRules,
            ContactLimitRepository limits,
            ShopWords words) {
        this.posts = posts;
        this.sources = sources;
        this.offer = offer;
        this.textRules = List.copyOf(textRules);
        this.planRules = planRules;
        this.limits = limits;
        this.words = words;
    }

    /** @param checked all posts of the campaign, or, without a campaign, daily posts */
    public List<RuleViolation> check(Shop shop, Campaign campaign, Collection<CampaignPost> checked) {
        Reading reading = new Reading(words.of(shop.id()), PostValues.of(shop, campaign), List.of(), true);
        Set<RuleViolation> found = new LinkedHashSet<>(offer.check(campaign, reading));
        if (!checked.isEmpty()) {
            checkPosts(shop, campaign, checked, reading, found);
        }
        return new ArrayList<>(found);
    }

    private void checkPosts(
            Shop shop,
            Campaign campaign,
            Collection<CampaignPost> checked,
            Reading reading,
            Collection<RuleViolation> found) {
        List<CampaignPost> beside = beside(shop.id(), campaign, checked);
        List<CampaignPost> all =
                Stream.concat(checked.stream(), beside.stream()).toList();
        DatedLimits dated = limits.datedOf(shop.id());
        PostSources.Sources read = sources.read(shop.id(), campaign, all);
        for (CampaignPost post : checked) {
            ReadPost alone = read.alone(post, reading, dated);
            textRules.forEach(rule -> found.addAll(rule.check(alone)));
        }
        List<PlannedPost> planned = Stream.concat(
                        checked.stream().map(post -> read.planned(post, true)),
                        beside.stream().map(post -> read.planned(post, false)))
                .toList();
        found.addAll(planRules.check(new PlannedPosts(planned, dated)));
    }

    /** As far before and behind the checked posts as a rule looks. */
    private List<CampaignPost> beside(long shopId, Campaign campaign, Collection<CampaignPost> checked) {
        TreeSet<LocalDate> days = new TreeSet<>();
        checked.forEach(post -> days.add(post.day()));
        Set<Long> ids = checked.stream().map(CampaignPost::id).collect(Collectors.toSet());
        int week = MarketingShareRule.DAYS - 1;
        int month = PrivatePer30DaysRule.DAYS - 1;
        return posts
                .listBeside(
                        shopId,
                        new Days(days.first().minusDays(week), days.last().plusDays(week)),
                        new Days(days.first().minusDays(month), days.last().plusDays(month)),
                        campaign == null ? NO_CAMPAIGN : campaign.id())
                .stream()
                .filter(post -> !ids.contains(post.id()))
                .toList();
    }
}
