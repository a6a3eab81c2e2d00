package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.campaign.post.Variant;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of a slot's variants each of its followers gets exactly one (R9): no tier is named twice, the shares of those for the same
 * tiers come to a hundred, and nobody is left without one, unless the posts' own audiences say that the slot is not for
 * these tiers.
 */
@Singleton
class SlotVariantsRule implements PlanRule {
    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        List<RuleViolation> found = new ArrayList<>();
        posts.underCheck().stream()
                .filter(post -> post.inSlot() != null)
                .collect(Collectors.groupingBy(PlannedPost::slotKey, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(slot -> {
                    keys(slot, found);
                    shares(slot, found);
                    tiers(slot, found);
                });
        return found;
    }

    private static void keys(List<PlannedPost> slot, Collection<RuleViolation> found) {
        Set<String> keys = new HashSet<>();
        slot.stream()
                .filter(post -> !keys.add(variant(post).key()))
                .forEach(post -> found.add(error(
                        post,
                        "The slot has two variants " + variant(post).key() + ": give each its own key.",
                        "这一组里有两个版本叫" + variant(post).key() + "：请给每个版本不同的名字。")));
    }

    private static void shares(List<PlannedPost> slot, Collection<RuleViolation> found) {
        for (List<PlannedPost> same : byTiers(slot).values()) {
            int sum = same.stream().mapToInt(post -> variant(post).share()).sum();
            if (sum != Variant.WHOLE) {
                found.add(error(
                        last(same),
                        "The shares of its variants for the same tiers come to " + sum + " %: let them come to 100 %.",
                        "同一分层的各版本比例合计" + sum + "%：请调整为100%。"));
            }
        }
    }

    private static void tiers(List<PlannedPost> slot, Collection<RuleViolation> found) {
        Set<Tier> named = EnumSet.noneOf(Tier.class);
        Set<Tier> twice = EnumSet.noneOf(Tier.class);
        byTiers(slot).keySet().forEach(tiers -> tiers.stream()
                .filter(tier -> !named.add(tier))
                .forEach(twice::add));
        if (!twice.isEmpty()) {
            found.add(error(
                    last(slot),
                    "Two of its slot's variants are for " + names(twice) + ": name each tier in one of them.",
                    "同一组里有两个版本都包含分层" + names(twice) + "：请让每个分层只出现在一个版本里。"));
        }
        Set<Tier> without = EnumSet.noneOf(Tier.class);
        slot.forEach(post -> without.addAll(post.inSlot().tiers()));
        without.removeAll(named);
        boolean isForTheRest =
                slot.stream().anyMatch(post -> variant(post).tiers().isEmpty());
        if (!without.isEmpty() && !isForTheRest) {
            found.add(error(
                    last(slot),
                    "Its slot has no variant for " + names(without)
                            + ": add one, one without tiers for all the others, or leave them out by the posts' audience.",
                    "这一组没有给分层" + names(without) + "的版本：请补上，或加一个不限分层的版本，或在发布的人群里排除。"));
        }
    }

    private static Map<Set<Tier>, List<PlannedPost>> byTiers(List<PlannedPost> slot) {
        return slot.stream()
                .collect(Collectors.groupingBy(
                        post -> Set.copyOf(variant(post).tiers()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String names(Set<Tier> tiers) {
        return tiers.stream().map(Tier::name).collect(Collectors.joining(", "));
    }

    private static Variant variant(PlannedPost post) {
        return post.inSlot().variant();
    }

    private static PlannedPost last(List<PlannedPost> posts) {
        return posts.get(posts.size() - 1);
    }

    private static RuleViolation error(PlannedPost post, String english, String chinese) {
        return RuleViolation.error(PostRule.SLOT_VARIANTS, post.field(), english, chinese);
    }
}
