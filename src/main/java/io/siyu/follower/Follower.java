package io.siyu.follower;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A buyer on an account, or a candidate for one (粉丝). Made set-based for every buyer, with the buyer's id. */
@Entity
public class Follower extends ShopOwned {
    @Column(updatable = false)
    private long buyerId;

    private Long accountId;

    @Enumerated(EnumType.STRING)
    private FollowerStatus status;

    /** The buyer's, kept in step by whoever tiers buyers. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Tier tier;

    private String remark;
    private LocalDate assignedDay;
    private Instant invitedAt;
    private Instant addedAt;
    private Instant lostAt;
    private Instant updatedAt;

    /** For Hibernate. */
    protected Follower() {}

    /**
     * Goes a step further.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 where the step is not open from here, or nobody's account
     *     would take it
     */
    void become(FollowerStatus next, Instant now) {
        if (next == status) {
            return;
        }
        if (!status.mayBecome(next)) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    "status", "Transition", "From " + status + " it cannot become " + next + ".");
        }
        if (next != FollowerStatus.OPTED_OUT && accountId == null) {
            throw ErrorCode.STATE_CONFLICT.problem("accountId", "NoAccount", "It is on no account yet.");
        }
        status = next;
        switch (next) {
            case INVITED -> invitedAt = now;
            case ADDED -> addedAt = now;
            case LOST -> lostAt = now;
            case CANDIDATE, OPTED_OUT -> {
                // Neither has a time of its own; updatedAt tells when.
            }
        }
        touch(now);
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for who opted out */
    void moveTo(long account, LocalDate day, Instant now) {
        if (status == FollowerStatus.OPTED_OUT) {
            throw ErrorCode.STATE_CONFLICT.problem("accountId", "OptedOut", "Who opted out is given to no account.");
        }
        accountId = account;
        assignedDay = day;
        touch(now);
    }

    /** @param text blank for none */
    void note(String text, Instant now) {
        String said = text.isBlank() ? null : text.strip();
        if (!Objects.equals(said, remark)) {
            remark = said;
            touch(now);
        }
    }

    /** Gives it a new version: something that belongs to it changed. */
    void touch(Instant now) {
        updatedAt = now;
    }

    long buyerId() {
        return buyerId;
    }

    /** Null for an unassigned candidate. */
    public Long accountId() {
        return accountId;
    }

    public FollowerStatus status() {
        return status;
    }

    Tier tier() {
        return tier;
    }

    public String remark() {
        return remark;
    }
}
