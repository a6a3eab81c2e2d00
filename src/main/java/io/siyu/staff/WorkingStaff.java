package io.siyu.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** What hangs on whether somebody can be given work is told when that changes, in the same transaction. */
@ApplicationScoped
public class WorkingStaff {
    private final AccountRepository accounts;
    private final Event<StaffStoppedWorking> stopped;

    WorkingStaff(AccountRepository accounts, Event<StaffStoppedWorking> stopped) {
        this.accounts = accounts;
        this.stopped = stopped;
    }

    /** To be called when the member's change is written. */
    public void tellOf(Staff member, boolean wasWorking) {
        boolean isWorking = member.isWorking();
        if (wasWorking == isWorking) {
            return;
        }
        accounts.markOwnerWorking(member.shopId(), member.id(), isWorking);
        if (!isWorking) {
            stopped.fire(new StaffStoppedWorking(member.shopId(), member.id()));
        }
    }
}
