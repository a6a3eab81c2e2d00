package io.siyu.staff;

import java.io.Serializable;

/** The key of a membership. */
public record MembershipKey(String username, long shopId) implements Serializable {}
