package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What posts break together (product.md, Post rules): how many, how near, when, how much of it is selling, and how
 * often one follower is written to. Looks at all posts of the days and accounts, and reports those under check.
 */
public final class PostRules {
    /** MARKETING's share is taken over this many days, the post's own day the last. */
    public static final int SHARE_DAYS = 7;

    private static final int PERCENT = 100;

    private final ContactLimits limits;
    private final Set<RuleViolation> found = new LinkedHashSet<>();

    private PostRules(ContactLimits limits) {
        this.limits = limits;
    }

    /** @param posts those under check and those beside them, of {@link #SHARE_DAYS} − 1 days before the first */
    public static List<RuleViolation> check(Collection<PlannedPost> posts, ContactLimits limits) {
        PostRules rules = new PostRules(limits);
        posts.stream().filter(PlannedPost::underCheck).forEach(rules::checkQuietHours);
        // Accounts as a rule share their posts; what all of them break is one violation.
        rules.byAccount(posts, PostKind.MOMENT).values().forEach(rules::checkMoments);
        rules.byAccount(posts, PostKind.PRIVATE).values().forEach(rules::checkPrivateMessages);
        return List.copyOf(rules.found);
    }

    private Map<Long, List<PlannedPost>> byAccount(Collection<PlannedPost> posts, PostKind kind) {
        Map<Long, List<PlannedPost>> byAccount = new TreeMap<>();
        posts.stream()
                .filter(post -> post.kind() == kind)
                .sorted(Comparator.comparing(PlannedPost::at).thenComparing(PlannedPost::postId))
                .forEach(post -> post.accounts().forEach(account -> byAccount
                        .computeIfAbsent(account, key -> new ArrayList<>())
                        .add(post)));
        return byAccount;
    }

    private void checkQuietHours(PlannedPost post) {
        if (!limits.isQuiet(post.at().toLocalTime())) {
            return;
        }
        String message =
                post.at().toLocalTime() + " is in quiet hours, " + limits.quietFrom() + " to " + limits.quietTo() + ".";
        // The rule is about moments; at night the others are unwise, and so only shown.
        found.add(
                post.kind() == PostKind.MOMENT
                        ? RuleViolation.error(PostRule.QUIET_HOURS, post.field(), message)
                        : RuleViolation.warn(PostRule.QUIET_HOURS, post.field(), message));
    }

    private void checkMoments(List<PlannedPost> moments) {
        for (List<PlannedPost> day : byDay(moments).values()) {
            if (day.size() > limits.momentsPerDay()) {
                reportLast(
                        day,
                        PostRule.MOMENTS_PER_DAY,
                        "An account has " + day.size() + " moments on "
                                + day.get(0).at().toLocalDate() + ", " + limits.momentsPerDay() + " are allowed.");
            }
        }
        for (int i = 1; i < moments.size(); i++) {
            checkSpacing(moments.get(i - 1), moments.get(i));
        }
        moments.stream()
                .filter(PlannedPost::underCheck)
                .map(post -> post.at().toLocalDate())
                .distinct()
                .forEach(day -> checkShare(moments, day));
    }

    private void checkSpacing(PlannedPost before, PlannedPost after) {
        long minutes = Duration.between(before.at(), after.at()).toMinutes();
        if (minutes < limits.momentGapMinutes()) {
            reportLast(
                    List.of(before, after),
                    PostRule.MOMENT_SPACING,
                    "Only " + minutes + " minutes between the moments of " + before.at() + " and " + after.at() + ", "
                            + limits.momentGapMinutes() + " are needed.");
        }
    }

    private void checkShare(List<PlannedPost> moments, LocalDate day) {
        List<PlannedPost> week = moments.stream()
                .filter(post -> !post.at().toLocalDate().isAfter(day)
                        && post.at().toLocalDate().isAfter(day.minusDays(SHARE_DAYS)))
                .toList();
        long marketing = week.stream()
                .filter(post -> post.line() == ContentLine.MARKETING)
                .count();
        if (marketing * PERCENT > (long) limits.marketingSharePercent() * week.size()) {
            found.add(RuleViolation.warn(
                    PostRule.MARKETING_SHARE,
                    "days/" + day,
                    marketing + " of an account's " + week.size() + " moments in the 7 days to " + day
                            + " are MARKETING, at most " + limits.marketingSharePercent() + " % should be."));
        }
    }

    private void checkPrivateMessages(List<PlannedPost> messages) {
        for (List<PlannedPost> day : byDay(messages).values()) {
            for (Tier tier : Tier.values()) {
                List<PlannedPost> reaching =
                        day.stream().filter(post -> post.tiers().contains(tier)).toList();
                if (reaching.size() > limits.privatePerDay()) {
                    reportLast(
                            reaching,
                            PostRule.PRIVATE_PER_DAY,
                            "A follower of tier " + tier + " gets " + reaching.size() + " private messages on "
                                    + day.get(0).at().toLocalDate() + ", " + limits.privatePerDay()
                                    + " is allowed.");
                }
            }
        }
    }

    /** Names the last post under check: the one that was one too many. */
    private void reportLast(List<PlannedPost> posts, PostRule rule, String message) {
        posts.stream()
                .filter(PlannedPost::underCheck)
                .reduce((earlier, later) -> later)
                .ifPresent(post -> found.add(RuleViolation.error(rule, post.field(), message)));
    }

    private static Map<LocalDate, List<PlannedPost>> byDay(List<PlannedPost> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(post -> post.at().toLocalDate(), TreeMap::new, Collectors.toList()));
    }
}
