package io.siyu.buyer.match;

import java.util.Arrays;
import java.util.List;

/** What buyers are known by; where keys lead to different buyers, the earlier kind decides. */
public enum IdentityKind {
    PLATFORM,
    PHONE,
    EMAIL;

    /** @param stored what {@link MergeProof#stored} told of a merge; null for one by hand, which no keys proved */
    public static List<IdentityKind> listOf(String stored) {
        return stored == null
                ? List.of()
                : Arrays.stream(stored.split(",", -1))
                        .map(IdentityKind::valueOf)
                        .toList();
    }
}
