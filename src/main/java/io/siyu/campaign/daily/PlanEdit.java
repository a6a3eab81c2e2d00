package io.siyu.campaign.daily;

/** What an edit of a daily plan came to. */
enum PlanEdit {
    NOTHING,
    NAME,
    PLAN_ANEW,
    WITHDRAW
}
