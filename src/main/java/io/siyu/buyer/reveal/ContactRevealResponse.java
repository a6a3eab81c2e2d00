package io.siyu.buyer.reveal;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** That somebody saw a contact in clear; not what it said. */
public record ContactRevealResponse(
        Id id, Id buyerId, Id staffId, String staffName, RevealKind kind, Instant revealedAt) {}
