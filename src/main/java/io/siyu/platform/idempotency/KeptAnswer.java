package io.siyu.platform.idempotency;

/**
 * What is kept under an Idempotency-Key.
 *
 * @param sealed the answer, encrypted
 */
record KeptAnswer(long shopId, long id, byte[] requestHash, byte[] sealed) {}
