package io.siyu.audit;

import jakarta.enterprise.context.RequestScoped;

import java.util.Optional;

/** By which word the running operation goes in the audit trail, and whether it has told what it did. */
@RequestScoped
class AuditScope {
    private String action;
    private boolean told;

    void begin(String word) {
        action = word;
    }

    void tell() {
        told = true;
    }

    Optional<String> action() {
        return Optional.ofNullable(action);
    }

    boolean isSilent() {
        return action != null && !told;
    }
}
