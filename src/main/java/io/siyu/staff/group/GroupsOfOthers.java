package io.siyu.staff.group;

import io.siyu.staff.AccountRetired;
import io.siyu.staff.StaffStoppedWorking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Groups go where their people and accounts go (R14). */
@ApplicationScoped
class GroupsOfOthers {
    private final AccountGroupRepository groups;

    GroupsOfOthers(AccountGroupRepository groups) {
        this.groups = groups;
    }

    void left(@Observes StaffStoppedWorking event) {
        groups.handAll(
                event.shopId(),
                event.staffId(),
                event.takeover() == null ? null : (Long) event.takeover().staffId());
    }

    void retired(@Observes AccountRetired event) {
        if (event.successorAccountId() != null) {
            groups.moveAll(event.shopId(), event.accountId(), event.successorAccountId());
        }
    }
}
