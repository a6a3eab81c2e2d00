package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.campaign.post.rule.PlannedPost.Reach;
import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Posts for the tests of rules, under check and on account 1 unless they are told otherwise. */
public final class Planned {
    /** The rules on posts together as the application has them. */
    public static final PlanRules RULES = new PlanRules(List.of(
            new QuietHoursRule(),
            new MomentsPerDayRule(),
            new MomentSpacingRule(),
            new MarketingShareRule(),
            new MarketingScenesRule(),
            new PrivatePerDayRule(),
            new PrivatePer7DaysRule(),
            new PrivatePer30DaysRule(),
            new SlotVariantsRule()));

    private static final AtomicLong IDS = new AtomicLong();

    private Planned() {}

    public static List<RuleViolation> checkAll(List<PlannedPost> posts) {
        return RULES.check(new PlannedPosts(posts, DatedLimits.DEFAULTS));
    }

    static List<RuleViolation> check(PlanRule rule, PlannedPost... posts) {
        return check(rule, DatedLimits.DEFAULTS, Arrays.asList(posts));
    }

    static List<RuleViolation> check(PlanRule rule, DatedLimits limits, List<PlannedPost> posts) {
        return rule.check(new PlannedPosts(posts, limits));
    }

    /** The defaults until a day, and from then on these. */
    static DatedLimits from(String day, ContactLimits limits) {
        return new DatedLimits(new TreeMap<>(Map.of(LocalDate.parse(day), limits)));
    }

    static PlannedPost moment(String at) {
        return moment(at, ContentLine.BRAND, null);
    }

    static PlannedPost moment(String at, ContentLine line, ContentScene scene) {
        return post(at, PostKind.MOMENT, line, scene, Reach.ofTiers(EnumSet.allOf(Tier.class)), Set.of(1L), true);
    }

    static PlannedPost marketing(String at) {
        return moment(at, ContentLine.MARKETING, null);
    }

    static PlannedPost message(String at, Tier... tiers) {
        return message(at, Reach.ofTiers(Set.of(tiers)));
    }

    static PlannedPost message(String at, Reach reach) {
        return post(at, PostKind.PRIVATE, ContentLine.MARKETING, null, reach, Set.of(1L), true);
    }

    static PlannedPost on(PlannedPost post, Long... accounts) {
        return new PlannedPost(
                post.postId(),
                post.at(),
                post.kind(),
                post.line(),
                post.scene(),
                post.reach(),
                Set.of(accounts),
                post.underCheck());
    }

    /** One that is only looked at because it stands beside others. */
    static PlannedPost beside(PlannedPost post) {
        return new PlannedPost(
                post.postId(), post.at(), post.kind(), post.line(), post.scene(), post.reach(), post.accounts(), false);
    }

    private static PlannedPost post(
            String at,
            PostKind kind,
            ContentLine line,
            ContentScene scene,
            Reach reach,
            Set<Long> accounts,
            boolean underCheck) {
        return new PlannedPost(
                IDS.incrementAndGet(), LocalDateTime.parse(at), kind, line, scene, reach, accounts, underCheck);
    }
}
