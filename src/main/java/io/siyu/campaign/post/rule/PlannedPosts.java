package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Posts under check together with those beside them, and the limits as they hold on each day.
 *
 * @param all in the order they go out
 */
public record PlannedPosts(List<PlannedPost> all, DatedLimits limits) {
    public PlannedPosts {
        all = all.stream()
                .sorted(Comparator.comparing(PlannedPost::at).thenComparing(PlannedPost::postId))
                .toList();
    }

    ContactLimits limitsOn(LocalDate day) {
        return limits.on(day);
    }

    List<PlannedPost> underCheck() {
        return all.stream().filter(PlannedPost::underCheck).toList();
    }

    /** What of a kind goes out on each account. Accounts as a rule share their posts. */
    Collection<List<PlannedPost>> byAccount(PostKind kind) {
        Map<Long, List<PlannedPost>> byAccount = new TreeMap<>();
        all.stream().filter(post -> post.kind() == kind).forEach(post -> post.accounts()
                .forEach(account -> byAccount
                        .computeIfAbsent(account, key -> new ArrayList<>())
                        .add(post)));
        // What is the same on all accounts is looked at once.
        return byAccount.values().stream().distinct().toList();
    }

    static Map<LocalDate, List<PlannedPost>> byDay(Collection<PlannedPost> posts) {
        return posts.stream().collect(Collectors.groupingBy(PlannedPost::day, TreeMap::new, Collectors.toList()));
    }

    /** Those of the days that end with this one. */
    static List<PlannedPost> upTo(LocalDate last, int days, Collection<PlannedPost> posts) {
        LocalDate before = last.minusDays(days);
        return posts.stream()
                .filter(post -> post.day().isAfter(before) && !post.day().isAfter(last))
                .toList();
    }

    /** Of several that are too many together the last under check: the one that was one too many. */
    static Optional<PlannedPost> lastUnderCheck(Collection<PlannedPost> posts) {
        return posts.stream().filter(PlannedPost::underCheck).reduce((earlier, later) -> later);
    }

    /** An ERROR at that post; none where all of them are only beside those under check. */
    static List<RuleViolation> errorAtLast(
            Collection<PlannedPost> posts, PostRule rule, String english, String chinese) {
        return lastUnderCheck(posts)
                .map(post -> List.of(RuleViolation.error(rule, post.field(), english, chinese)))
                .orElse(List.of());
    }
}
