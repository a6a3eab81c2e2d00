package io.siyu.buyer.match;

/**
 * One order carried keys of both: they are one buyer.
 *
 * @param firstKind the kind of key that led to the order's buyer
 * @param otherKind the kind of key that led to the other one
 */
public record MergeProof(long keptId, long goneId, IdentityKind firstKind, IdentityKind otherKind) {
    /** The two kinds, as a merge keeps what proved it. */
    public String stored() {
        return firstKind + "," + otherKind;
    }
}
