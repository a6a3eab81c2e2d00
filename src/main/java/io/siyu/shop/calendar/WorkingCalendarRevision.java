package io.siyu.shop.calendar;

/**
 * A shop's calendar as it stands.
 *
 * @param revision counts the shop's changes; 0 while it works by the default
 */
public record WorkingCalendarRevision(int revision, WorkingCalendar calendar) {}
