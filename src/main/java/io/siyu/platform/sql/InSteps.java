package io.siyu.platform.sql;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Long work in steps, each a transaction of its own that ends with how far the work is: a kill costs no more than the
 * step, and whoever takes over goes on behind the last one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface InSteps {}
