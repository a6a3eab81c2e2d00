package io.siyu.platform.problem;

/**
 * One broken rule.
 *
 * @param field the path of the field in the request, or the name of the gate
 * @param code a stable word for programs
 * @param message a sentence for people
 */
public record Violation(String field, String code, String message) {}
