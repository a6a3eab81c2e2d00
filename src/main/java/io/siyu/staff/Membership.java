package io.siyu.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** That a person works in a shop: read by person on every request. */
@Entity
@IdClass(MembershipKey.class)
public class Membership {
    @Id
    private String username;

    @Id
    private long shopId;

    private long staffId;

    /** For Hibernate. */
    protected Membership() {}

    Membership(Staff staff) {
        this.username = staff.username();
        this.shopId = staff.shopId();
        this.staffId = staff.id();
    }

    public long shopId() {
        return shopId;
    }

    public long staffId() {
        return staffId;
    }
}
