package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.Severity;
import io.siyu.content.limit.ContactLimits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * How many private messages one follower comes to get in some days in a row. Sure is what goes to a whole tier of an
 * account, or to the same part of it: too many of that is an ERROR. Whether the parts of two messages share somebody is not
 * known here, and need not be: such a follower is left out of the later one, so that is only shown.
 *
 * @param days in a row
 * @param most how many are allowed, by the limits of the last of these days
 */
record PrivateMessages(PostRule rule, int days, ToIntFunction<ContactLimits> most) {
    List<RuleViolation> check(PlannedPosts posts) {
        Map<Excess, Set<Tier>> found = new LinkedHashMap<>();
        for (List<PlannedPost> messages : posts.byAccount(PostKind.PRIVATE)) {
            for (Tier tier : Tier.values()) {
                checkTier(tier, messages, posts, found);
            }
        }
        return found.entrySet().stream()
                .map(excess -> violation(excess.getKey(), excess.getValue()))
                .toList();
    }

    /** @param last the post that was one too many */
    private record Excess(PlannedPost last, LocalDate day, Severity severity, int messages, int most) {}

    private void checkTier(Tier tier, List<PlannedPost> messages, PlannedPosts posts, Map<Excess, Set<Tier>> found) {
        List<PlannedPost> reaching = onePerSlot(messages.stream()
                .filter(post -> post.reach().tiers().contains(tier))
                .toList());
        Set<Map.Entry<PlannedPost, Severity>> told = new HashSet<>();
        reaching.stream().map(PlannedPost::day).distinct().forEach(day -> {
            List<PlannedPost> window = PlannedPosts.upTo(day, days, reaching);
            int allowed = most.applyAsInt(posts.limitsOn(day));
            List<PlannedPost> sure = surelyTogether(window);
            Severity severity = sure.size() > allowed ? Severity.ERROR : Severity.WARN;
            List<PlannedPost> tooMany = severity == Severity.ERROR ? sure : window;
            if (tooMany.size() > allowed) {
                PlannedPosts.lastUnderCheck(tooMany)
                        .filter(last -> told.add(Map.entry(last, severity)))
                        .map(last -> new Excess(last, day, severity, tooMany.size(), allowed))
                        .ifPresent(excess -> found.computeIfAbsent(excess, key -> EnumSet.noneOf(Tier.class))
                                .add(tier));
            }
        });
    }

    /** Of variants that the same tier gets, each follower gets one. */
    private static List<PlannedPost> onePerSlot(List<PlannedPost> messages) {
        Map<List<Object>, PlannedPost> bySlot = new LinkedHashMap<>();
        messages.forEach(post -> bySlot.putIfAbsent(post.slotKey(), post));
        return List.copyOf(bySlot.values());
    }

    /** The most that go to one and the same follower for certain. */
    private static List<PlannedPost> surelyTogether(List<PlannedPost> window) {
        Map<List<Object>, List<PlannedPost>> byPart = window.stream()
                .collect(Collectors.groupingBy(post -> post.reach().narrowing()));
        List<PlannedPost> most = List.of();
        for (List<PlannedPost> part : byPart.values()) {
            most = part.size() > most.size() ? part : most;
        }
        return new ArrayList<>(most);
    }

    private RuleViolation violation(Excess excess, Set<Tier> tiers) {
        String names = tiers.stream().map(Tier::name).collect(Collectors.joining(", "));
        boolean isError = excess.severity() == Severity.ERROR;
        String english = (isError ? "A follower of tier " : "Some followers of tier ") + names
                + (isError ? " gets " : " may get ") + excess.messages() + " private messages " + window(excess.day())
                + ", " + excess.most() + " allowed: move one to a later day, or give each its own tiers"
                + (isError ? "." : "; who has had the others is left out of this one.");
        String chinese = "分层" + names + (isError ? "的粉丝" : "的部分粉丝可能") + "在" + windowZh(excess.day()) + "收到"
                + excess.messages() + "条私聊，最多" + excess.most() + "条：请挪到之后的日子，或各自选不同的分层"
                + (isError ? "。" : "；已收到其他私聊的人这一条会跳过。");
        return isError
                ? RuleViolation.error(rule, excess.last().field(), english, chinese)
                : RuleViolation.warn(rule, excess.last().field(), english, chinese);
    }

    private String window(LocalDate day) {
        return days == 1 ? "on " + day : "in the " + days + " days to " + day;
    }

    private String windowZh(LocalDate day) {
        return days == 1 ? day.toString() : "截至" + day + "的" + days + "天内";
    }
}
