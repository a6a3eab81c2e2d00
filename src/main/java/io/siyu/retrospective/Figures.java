package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.content.PostKind;
import io.siyu.follower.contact.ContactRule;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.comparison.SalesEffect;
import io.siyu.retrospective.comparison.Spending;
import io.siyu.retrospective.growth.Growth;
import io.siyu.retrospective.sales.Arm;
import io.siyu.retrospective.sales.AudienceMembers;
import io.siyu.retrospective.sales.SalesTally;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.work.MissedWork;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.retrospective.work.TaskRecipients;
import io.siyu.task.TaskStatus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a campaign came to, as its retrospective and comparisons with others show it. */
record Figures(
        SalesWindow window,
        List<PostKind> posts,
        List<TaskFact> tasks,
        List<TaskRecipients> listed,
        Basis basis,
        AudienceMembers.Count people,
        SalesTally sales,
        Growth growth,
        Map<ContactRule, Integer> breaches) {
    private static final int RATE_DIGITS = 6;

    Recipients recipients() {
        return TaskRecipients.sum(listed);
    }

    /** Posts all of whose tasks are done. */
    int postsDone() {
        return (int) tasks.stream()
                .filter(task -> task.post() != null)
                .collect(Collectors.groupingBy(task -> task.post().id()))
                .values()
                .stream()
                .filter(ofPost -> ofPost.stream().allMatch(task -> task.status() == TaskStatus.DONE))
                .count();
    }

    /** Once it has ended, what is neither done nor closed was missed as well. */
    MissedWork missed(Campaign campaign) {
        return MissedWork.of(
                tasks, TaskRecipients.byTask(listed), !campaign.status().isBeforeEnd());
    }

    RetrospectiveResponse.PlanOutcome plan(Campaign campaign) {
        BigDecimal target = campaign.salesTarget();
        Sales sold = sales.attributed();
        return new RetrospectiveResponse.PlanOutcome(
                target == null ? null : target.toPlainString(),
                sold.netAmount(),
                share(sold.net(), target),
                posts.size(),
                postsDone());
    }

    Spending spending(Arm arm) {
        return sales.of(arm).among(people.of(arm));
    }

    /** Null without two sides to compare. */
    Effect effect() {
        return Effect.of(spending(Arm.INCLUDED), spending(Arm.HELD_OUT));
    }

    SalesEffect salesEffect() {
        return SalesEffect.of(spending(Arm.INCLUDED), spending(Arm.HELD_OUT));
    }

    BigDecimal shareOfShopSales() {
        return share(sales.attributed().net(), sales.shop().net());
    }

    /** @return null of nothing */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole == null || whole.signum() == 0 ? null : part.divide(whole, RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
