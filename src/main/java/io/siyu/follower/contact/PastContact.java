package io.siyu.follower.contact;

import java.time.Instant;
import java.time.LocalDate;

/** A contact as the limits see it: when it happened, by whom, with which task. */
public record PastContact(long taskId, Instant at, LocalDate day, long staffId) {}
