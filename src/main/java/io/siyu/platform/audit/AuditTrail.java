package io.siyu.platform.audit;

/** Where features tell what admins and marketers do. Who does it, and by which operation, is known to the trail. */
public interface AuditTrail {
    /**
     * Keeps an act, in the transaction in which it is done. What nobody asked for by an {@link Audited} operation, such
     * as work of the clock, is passed over, and so is what left the thing as it was.
     */
    void record(Act act);

    /** The operation was asked for what is so already: there is nothing to keep. */
    void nothingChanged();
}
