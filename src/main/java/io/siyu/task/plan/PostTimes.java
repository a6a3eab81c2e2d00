package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrence;
import io.siyu.content.PostKind;
import io.siyu.content.limit.DatedLimits;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskTimes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When posts of a shop are to go out: each on its own day, until its quiet hours begin (R13). What goes to a group or a
 * single person and belongs to no campaign has the whole day.
 */
record PostTimes(ZoneId zone, DatedLimits limits, TaskConfig.DueAfter dueAfter) {
    TaskTimes of(PostOccurrence post) {
        Instant end = endOf(post);
        Instant due = post.at().plus(dueAfter.of(PostWork.kindOf(post)));
        return new TaskTimes(post.at(), due.isAfter(end) ? end : due, end);
    }

    private Instant endOf(PostOccurrence post) {
        LocalDate day = LocalDate.ofInstant(post.at(), zone);
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (post.campaignId() == null && post.kind() != PostKind.MOMENT) {
            return midnight;
        }
        Instant quiet = day.atTime(limits.on(day).quietFrom()).atZone(zone).toInstant();
        // What is planned into quiet hours by an override has its day.
        return quiet.isAfter(post.at()) && quiet.isBefore(midnight) ? quiet : midnight;
    }
}
