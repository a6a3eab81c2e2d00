package io.siyu.campaign.calendar;

/** FIXED nodes have a day of the civil calendar, LUNAR ones follow the Chinese calendar. */
public enum NodeKind {
    FIXED,
    LUNAR
}
