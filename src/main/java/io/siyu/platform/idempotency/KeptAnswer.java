package io.siyu.platform.idempotency;

import java.time.Instant;

/**
 * What is known of an Idempotency-Key.
 *
 * @param status null while the first request is still being worked on
 */
record KeptAnswer(byte[] requestHash, Integer status, String location, String body, Instant createdAt) {}
