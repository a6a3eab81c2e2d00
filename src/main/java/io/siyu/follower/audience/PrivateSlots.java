package io.siyu.follower.audience;

import io.siyu.buyer.Tier;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.audience.Holdout;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.Variant;
import io.siyu.content.PostKind;
import io.siyu.follower.audience.PrivateSlot.Choice;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.SegmentConditions;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a campaign sends in private: slot by slot, and whom each post of a slot is for. */
@ApplicationScoped
class PrivateSlots {
    /** The variant of a post that is a slot of its own. */
    static final String WHOLE_SLOT = "ALL";

    private static final String OF_POST = "post:";

    private final CampaignPostRepository posts;
    private final SegmentConditions segments;

    PrivateSlots(CampaignPostRepository posts, SegmentConditions segments) {
        this.posts = posts;
        this.segments = segments;
    }

    List<PrivateSlot> of(Campaign campaign) {
        Map<String, List<CampaignPost>> bySlot = posts.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(post -> post.kind() == PostKind.PRIVATE)
                .collect(Collectors.groupingBy(PrivateSlots::keyOf, LinkedHashMap::new, Collectors.toList()));
        return bySlot.entrySet().stream()
                .map(slot -> new PrivateSlot(slot.getKey(), choices(campaign, slot.getValue())))
                .toList();
    }

    private static String keyOf(CampaignPost post) {
        return post.slot() == null ? OF_POST + post.id() : post.slot();
    }

    /** What is for certain tiers goes before what is for all the others. */
    private List<Choice> choices(Campaign campaign, List<CampaignPost> slot) {
        Map<Long, Integer> from = sharesFrom(slot);
        return slot.stream()
                .sorted(Comparator.comparing(
                        (CampaignPost post) -> tiersOf(post).isEmpty()))
                .map(post -> new Choice(
                        post.id(),
                        post.day(),
                        post.variant() == null ? WHOLE_SLOT : post.variant().key(),
                        isFor(campaign, post, from.getOrDefault(post.id(), 0))))
                .toList();
    }

    private static List<Tier> tiersOf(CampaignPost post) {
        return post.variant() == null ? List.of() : post.variant().tiers();
    }

    /** Where in the hundred each variant's share begins, among those for the same tiers, by their keys. */
    private static Map<Long, Integer> sharesFrom(List<CampaignPost> slot) {
        Map<Long, Integer> from = new LinkedHashMap<>();
        Map<Set<Tier>, Integer> used = new LinkedHashMap<>();
        slot.stream()
                .filter(post -> post.variant() != null)
                .sorted(Comparator.comparing(post -> post.variant().key()))
                .forEach(post -> {
                    Set<Tier> tiers = Set.copyOf(tiersOf(post));
                    from.put(post.id(), used.getOrDefault(tiers, 0));
                    used.merge(tiers, post.variant().share(), Integer::sum);
                });
        return from;
    }

    private SqlFragment isFor(Campaign campaign, CampaignPost post, int shareFrom) {
        Audience audience = post.audience();
        List<SqlFragment> all = new ArrayList<>();
        Set<Tier> tiers = EnumSet.allOf(Tier.class);
        narrow(tiers, audience.tiers());
        narrow(tiers, tiersOf(post));
        if (tiers.size() < Tier.values().length) {
            all.add(among("m.tier IN (:some)", tiers));
        }
        if (!audience.accounts().isEmpty()) {
            all.add(among(
                    "m.account_id IN (:some)",
                    audience.accounts().stream().map(Id::value).toList()));
        }
        if (!audience.tags().isEmpty()) {
            all.add(tagged(campaign.audience().tags(), audience.tags()));
        }
        if (audience.segment() != null) {
            all.add(segments.ofAll(post.shopId(), List.of(audience.segment().value())));
        }
        if (post.variant() != null && post.variant().share() < Variant.WHOLE) {
            int to = shareFrom + post.variant().share();
            all.add(Holdout.percentOf(campaign.id() + ":" + post.slot(), "m.buyer_id")
                    .add(" BETWEEN ? AND ?", shareFrom, to - 1));
        }
        return all.isEmpty() ? SqlFragment.of("TRUE") : SqlFragment.join(" AND ", all);
    }

    private static void narrow(Set<Tier> tiers, List<Tier> to) {
        if (!to.isEmpty()) {
            tiers.retainAll(to);
        }
    }

    /** As for the campaign: any of them; where it names some too, any that both name. */
    private static SqlFragment tagged(List<String> ofCampaign, List<String> ofPost) {
        return among(
                "EXISTS (SELECT 1 FROM follower_tag t WHERE t.shop_id = m.shop_id AND t.follower_id = m.follower_id"
                        + " AND t.tag IN (:some))",
                ofPost.stream()
                        .filter(tag -> ofCampaign.isEmpty() || ofCampaign.contains(tag))
                        .toList());
    }

    private static SqlFragment among(String condition, Collection<?> some) {
        return some.isEmpty() ? SqlFragment.of("FALSE") : SqlFragment.named(condition, Map.of("some", some));
    }
}
