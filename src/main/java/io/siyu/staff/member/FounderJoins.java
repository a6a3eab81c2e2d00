package io.siyu.staff.member;

import io.siyu.shop.ShopFounded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Who creates a shop works in it: otherwise nobody could let anyone in. */
@ApplicationScoped
public class FounderJoins {
    private final StaffService staff;

    public FounderJoins(StaffService staff) {
        this.staff = staff;
    }

    void join(@Observes ShopFounded event) {
        staff.found(event.shop().id(), event.founder());
    }
}
