package io.siyu.campaign;

import io.siyu.staff.caller.Member;

/** The person who does something to a campaign. */
public record Actor(long staffId, String username, String displayName) {
    public static Actor of(Member member) {
        return new Actor(member.staffId(), member.username(), member.displayName());
    }
}
