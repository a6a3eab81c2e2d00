package io.siyu.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import jakarta.ws.rs.NameBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is done once, however often it is sent with the same Idempotency-Key: the key, the work and its
 * answer are one transaction, so that a kill leaves all of them or nothing. All transactions that the operation's
 * services open become a part of it, and what they lose a race for is tried again as a whole.
 */
@InterceptorBinding
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
