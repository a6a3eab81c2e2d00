package io.siyu.staff;

/** How somebody stands to a shop. */
public enum StaffStatus {
    /** Waits for the first login under the username. */
    INVITED,
    ACTIVE,
    /** ACTIVE, but not here now: derived by the clock from the absence, never stored. */
    AWAY,
    /** Known, but let into nothing until an admin says so. */
    INACTIVE,
    /** Works here no more; what was done stays with the name. */
    LEFT
}
