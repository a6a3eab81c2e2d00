package io.siyu.campaign.post.rule;

import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of an account's moments over seven days no more than a share sells. Looked at are all seven days in a row that a post under
 * check is one of: what daily plans or other campaigns post after it counts as what they posted before it.
 */
@Singleton
class MarketingShareRule implements PlanRule {
    /** The post's own day the last. */
    static final int DAYS = 7;

    private static final int PERCENT = 100;

    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return posts.byAccount(PostKind.MOMENT).stream()
                .flatMap(moments -> moments.stream()
                        .filter(PlannedPost::underCheck)
                        .flatMap(post -> daysWith(post, moments))
                        .distinct()
                        .flatMap(day -> checkWeek(
                                day,
                                PlannedPosts.upTo(day, DAYS, moments),
                                posts.limitsOn(day).marketingSharePercent())
                                .stream()))
                .distinct()
                .toList();
    }

    /** The last days of the seven in a row: only where something goes out a share changes for the worse. */
    private static Stream<LocalDate> daysWith(PlannedPost post, List<PlannedPost> moments) {
        LocalDate last = post.day().plusDays(DAYS - 1L);
        return moments.stream().map(PlannedPost::day).filter(day -> !day.isBefore(post.day()) && !day.isAfter(last));
    }

    private static List<RuleViolation> checkWeek(LocalDate day, List<PlannedPost> week, int most) {
        long marketing = week.stream()
                .filter(post -> post.line() == ContentLine.MARKETING)
                .count();
        return marketing * PERCENT <= (long) most * week.size()
                ? List.of()
                : List.of(RuleViolation.warn(
                        PostRule.MARKETING_SHARE,
                        "days/" + day,
                        marketing + " of an account's " + week.size() + " moments in the 7 days to " + day
                                + " are MARKETING, at most " + most
                                + " % should be: make some of the persona or the brand, or take one out.",
                        "截至" + day + "的7天里，一个承接号的" + week.size() + "条朋友圈中有" + marketing + "条是营销，不宜超过" + most
                                + "%：请换成人设或品宣内容，或减少一条。"));
    }
}
