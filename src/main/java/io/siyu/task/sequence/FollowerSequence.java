package io.siyu.task.sequence;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Private messages that each follower gets so many days after joining, or before or after the day on which the buyer is due
 * (R15). It is carried on day by day: a day that nobody carried on while the service was down is made up for, once.
 */
@Entity
@Table(name = "follower_sequence")
public class FollowerSequence extends ShopOwned {
    private String name;

    @Enumerated(EnumType.STRING)
    private SequenceBasis basis;

    @Convert(converter = SequenceTermsConverter.class)
    private SequenceTerms terms;

    @Enumerated(EnumType.STRING)
    private SequenceStatus status;

    private int revision;
    private Instant inForceSince;
    private LocalDate finishedThrough;
    private Instant carriedUntil;
    private Instant dueAt;
    private String createdBy;
    private Instant createdAt;

    /** For Hibernate. */
    protected FollowerSequence() {}

    FollowerSequence(
            long shopId,
            String name,
            SequenceBasis basis,
            SequenceTerms terms,
            LocalDate today,
            String by,
            Instant now) {
        super(shopId);
        this.name = name;
        this.basis = basis;
        this.terms = terms;
        this.status = SequenceStatus.ACTIVE;
        this.revision = 1;
        this.createdBy = by;
        this.createdAt = now;
        beInForce(today, now);
    }

    /** What was due before this instant is no occurrence of what it is now. */
    private void beInForce(LocalDate today, Instant now) {
        inForceSince = now;
        finishedThrough = today.minusDays(1);
        carriedUntil = now.minusNanos(1000);
        dueAt = now;
    }

    /** To be called once all is released that was due before. */
    SequenceEdit change(
            String newName, SequenceTerms newTerms, SequenceStatus newStatus, LocalDate today, Instant now) {
        if (isSo(newName, newTerms, newStatus)) {
            return SequenceEdit.NOTHING;
        }
        if (status == SequenceStatus.ENDED) {
            throw ErrorCode.STATE_CONFLICT.problem("The sequence has ended; make a new one.");
        }
        boolean isOtherwise = newStatus != status || !newTerms.goesOutWith(terms);
        revision++;
        name = newName;
        terms = newTerms;
        status = newStatus;
        if (status != SequenceStatus.ACTIVE) {
            dueAt = null;
            return SequenceEdit.WITHDRAW;
        }
        if (!isOtherwise) {
            return SequenceEdit.WORDS;
        }
        beInForce(today, now);
        return SequenceEdit.BEGIN_ANEW;
    }

    boolean isSo(String newName, SequenceTerms newTerms, SequenceStatus newStatus) {
        return newName.equals(name) && newTerms.equals(terms) && newStatus == status;
    }

    /**
     * All that was to be done by now is done.
     *
     * @param next when there is something to be done again; null for never
     */
    void carriedOn(LocalDate finished, Instant now, Instant next) {
        finishedThrough = finished;
        carriedUntil = now;
        dueAt = next;
    }

    boolean isActive() {
        return status == SequenceStatus.ACTIVE;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    public String name() {
        return name;
    }

    public SequenceBasis basis() {
        return basis;
    }

    public SequenceTerms terms() {
        return terms;
    }

    public SequenceStatus status() {
        return status;
    }

    /** Counts its edits, and not what the clock does. */
    public int revision() {
        return revision;
    }

    Instant inForceSince() {
        return inForceSince;
    }

    /** The last day of which nothing is left to do. */
    LocalDate finishedThrough() {
        return finishedThrough;
    }

    /** Steps up to this instant are released. */
    Instant carriedUntil() {
        return carriedUntil;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
