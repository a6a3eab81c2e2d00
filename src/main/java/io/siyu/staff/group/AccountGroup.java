package io.siyu.staff.group;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A group chat of an account (社群). */
@Entity
public class AccountGroup extends ShopOwned {
    private long accountId;
    private String name;

    /** Null is whoever owns the account. */
    private Long ownerStaffId;

    private Integer members;
    private LocalDate countedOn;

    @Enumerated(EnumType.STRING)
    private GroupStatus status;

    private Instant createdAt;

    /** For Hibernate. */
    protected AccountGroup() {}

    public AccountGroup(long shopId, long accountId, String name, Long ownerStaffId, Instant createdAt) {
        super(shopId);
        this.accountId = accountId;
        this.name = name;
        this.ownerStaffId = ownerStaffId;
        this.status = GroupStatus.ACTIVE;
        this.createdAt = createdAt;
    }

    void rename(String newName) {
        name = newName;
    }

    void handTo(long staffId) {
        ownerStaffId = staffId;
    }

    /** @param day of the shop on which so many were counted */
    void count(int people, LocalDate day) {
        members = people;
        countedOn = day;
    }

    void become(GroupStatus next) {
        status = next;
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Optional<Long> ownerStaffId() {
        return Optional.ofNullable(ownerStaffId);
    }

    /** Null until somebody has counted. */
    public Integer members() {
        return members;
    }

    public LocalDate countedOn() {
        return countedOn;
    }

    public GroupStatus status() {
        return status;
    }
}
