package io.siyu.task.work;

import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.AccountHanded;
import io.siyu.staff.HandoverUndone;
import io.siyu.staff.StaffPresenceChanged;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** What is undone on an account is given to who works for it when that becomes somebody else (R14). */
@ApplicationScoped
class WorkOfAccounts {
    private final UndoneWork undone;

    WorkOfAccounts(UndoneWork undone) {
        this.undone = undone;
    }

    /** What was handed to somebody else by hand stays there. */
    void handed(@Observes AccountHanded event) {
        giveOn(event.shopId(), event.accountId(), event.fromStaffId());
    }

    void handoverUndone(@Observes HandoverUndone event) {
        giveOn(event.shopId(), event.accountId(), event.tookOverStaffId());
    }

    private void giveOn(long shopId, long accountId, long fromStaffId) {
        undone.giveToWorkers(
                shopId,
                undone.lock(shopId, "task_account", SqlFragment.of("account_id = ?", accountId)).stream()
                        .filter(task -> task.isWorkOf(fromStaffId))
                        .toList());
    }

    /** What lay in the pool or with a backup goes to its owner, or to another backup; what somebody holds stays there. */
    void presence(@Observes StaffPresenceChanged event) {
        List<UndoneWork.Undone> meant = undone.lock(
                event.shopId(), "task_meant_for", SqlFragment.of("meant_for_staff_id = ?", event.staffId()));
        undone.giveToWorkers(
                event.shopId(),
                meant.stream()
                        .filter(task -> task.status() != TaskStatus.CLAIMED)
                        .toList());
    }
}
