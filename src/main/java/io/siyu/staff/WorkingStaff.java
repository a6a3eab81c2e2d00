package io.siyu.staff;

import io.siyu.staff.StaffStoppedWorking.Takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** What hangs on whether somebody can be given work is told when that changes, in the same transaction. */
@ApplicationScoped
public class WorkingStaff {
    private final Event<StaffStoppedWorking> stopped;
    private final Event<StaffPresenceChanged> changed;

    WorkingStaff(Event<StaffStoppedWorking> stopped, Event<StaffPresenceChanged> changed) {
        this.stopped = stopped;
        this.changed = changed;
    }

    /** To be called when the member's change is written. */
    public void tellOf(Staff member, boolean wasWorking) {
        tellOf(member, wasWorking, null);
    }

    /** @param takeover who has the work of somebody who leaves; null if nobody was named */
    public void tellOf(Staff member, boolean wasWorking, Takeover takeover) {
        boolean isWorking = member.isWorking();
        if (wasWorking && !isWorking) {
            stopped.fire(new StaffStoppedWorking(member.shopId(), member.id(), takeover));
        } else if (!wasWorking && isWorking) {
            tellPresence(member.shopId(), member.id());
        }
    }

    public void tellPresence(long shopId, long staffId) {
        changed.fire(new StaffPresenceChanged(shopId, staffId));
    }
}
