package io.siyu.retrospective.work;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Those of one tier on the list of one task. */
public record TaskRecipients(Id taskId, Tier tier, Recipients recipients) {
    public static Map<Id, Recipients> byTask(Collection<TaskRecipients> some) {
        Map<Id, Recipients> tasks = new LinkedHashMap<>();
        some.forEach(one -> tasks.merge(one.taskId(), one.recipients(), Recipients::plus));
        return tasks;
    }

    public static List<TierRecipients> byTier(Collection<TaskRecipients> some) {
        Map<Tier, Recipients> tiers = new TreeMap<>();
        some.forEach(one -> tiers.merge(one.tier(), one.recipients(), Recipients::plus));
        return tiers.entrySet().stream()
                .map(tier -> new TierRecipients(tier.getKey(), tier.getValue()))
                .toList();
    }

    public static Recipients sum(Collection<TaskRecipients> some) {
        return some.stream().map(TaskRecipients::recipients).reduce(Recipients.NONE, Recipients::plus);
    }
}
