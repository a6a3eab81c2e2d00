package io.siyu.staff.caller;

/**
 * A thing of one of the caller's shops, and as whom the caller comes to it.
 *
 * @param member the caller in the thing's own shop
 */
public record Found<T>(Member member, T thing) {}
