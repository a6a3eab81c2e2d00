package io.siyu.buyer.match;

/** What buyers are known by; where keys lead to different buyers, the earlier kind decides. */
public enum IdentityKind {
    PLATFORM,
    PHONE,
    EMAIL
}
