package io.siyu.task.limit;

import io.siyu.follower.contact.ContactRule;

/** What people read of a limit that holds a task back. */
public final class LimitWords {
    private LimitWords() {}

    public static String of(ContactRule rule) {
        return switch (rule) {
            case PRIVATE_PER_DAY -> "触达上限：当天私聊次数已满";
            case PRIVATE_PER_7_DAYS -> "触达上限：7 天内私聊次数已满";
            case PRIVATE_PER_30_DAYS -> "触达上限：30 天内私聊次数已满";
            case MOMENTS_PER_DAY -> "触达上限：当天朋友圈条数已满";
            case MOMENT_GAP -> "触达上限：距上一条朋友圈太近";
            case QUIET_HOURS -> "触达上限：静默时段";
            case OPTED_OUT -> "对方已要求勿扰";
        };
    }
}
