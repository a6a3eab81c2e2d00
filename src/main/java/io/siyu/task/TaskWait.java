package io.siyu.task;

import io.siyu.follower.contact.ContactRule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/**
 * What keeps a task from opening at its time.
 *
 * @param limit which limit of contacts
 * @param since from when on it has been reached; null if nobody knows
 * @param until when the next contact is allowed
 */
@Embeddable
public record TaskWait(
        @Column(name = "wait_limit") @Enumerated(EnumType.STRING)
        ContactRule limit,

        @Column(name = "wait_since") Instant since,
        @Column(name = "wait_until") Instant until) {}
