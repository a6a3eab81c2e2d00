package io.siyu.platform.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an operation of the API whose acts the audit trail keeps, with the word that they go by there. What is changed tells
 * {@link AuditTrail}; an operation that succeeds without telling is a mistake, and fails in tests.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    /** Thing and verb, such as {@code staff.invite}. */
    String value();
}
