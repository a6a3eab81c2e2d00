package io.siyu.platform.idempotency;

/**
 * What is kept under an Idempotency-Key.
 *
 * @param sealed the answer, encrypted; null when it was erased with a person whom it told of
 */
record KeptAnswer(long shopId, long id, byte[] requestHash, byte[] sealed) {
    boolean isErased() {
        return sealed == null;
    }
}
