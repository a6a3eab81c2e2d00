package io.siyu.platform.idempotency;

import jakarta.enterprise.context.RequestScoped;

import java.util.Optional;

/** The Idempotency-Key that is the running request's to work on. */
@RequestScoped
class ReservedKey {
    private String key;

    void reserve(String reserved) {
        key = reserved;
    }

    Optional<String> get() {
        return Optional.ofNullable(key);
    }
}
