package io.siyu.content;

import java.util.List;

/** What a check found; empty when all is well. */
public record CheckResponse(List<RuleViolation> violations) {}
