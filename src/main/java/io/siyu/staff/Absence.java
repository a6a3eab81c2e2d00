package io.siyu.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/**
 * When somebody is not here (R14), and who has the work meanwhile.
 *
 * @param awayUntil the instant of the return, which is no longer part of it
 * @param backupStaffId null if nobody is named
 */
@Embeddable
public record Absence(
        @Column(name = "away_from") Instant awayFrom,
        @Column(name = "away_until") Instant awayUntil,
        @Column(name = "away_backup_staff_id") Long backupStaffId) {
    public boolean covers(Instant at) {
        return !at.isBefore(awayFrom) && at.isBefore(awayUntil);
    }

    public boolean overlaps(Absence other) {
        return awayFrom.isBefore(other.awayUntil) && other.awayFrom.isBefore(awayUntil);
    }
}
