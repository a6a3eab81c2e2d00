package io.siyu.privacy;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * A buyer who is never contacted again.
 *
 * @param recordedBy null where it followed from somebody known by the same phone, address or platform id
 */
public record OptOutResponse(Id buyerId, Instant optedOutAt, Id recordedBy, String reason) {}
