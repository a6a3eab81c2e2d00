package io.siyu.staff.member;

import io.siyu.staff.MembershipRepository;
import io.siyu.staff.Staff;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets members of a shop in, by membership or by invitation, and keeps out who is no longer one. */
@ApplicationScoped
public class ShopDoor {
    private final MembershipRepository memberships;

    ShopDoor(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    public void shutOut(Staff member) {
        if (member.isKnown()) {
            memberships.remove(member);
        } else {
            memberships.withdraw(member.username(), member.shopId(), member.id());
        }
    }

    public void letIn(Staff member) {
        if (member.isKnown()) {
            memberships.add(member.issuer(), member.subject(), member.shopId(), member.id());
        } else {
            memberships.invite(member);
        }
    }
}
