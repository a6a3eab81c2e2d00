package io.siyu.platform.edge.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an operation that its body may have another size than most. For a form it is the size of its file; what is
 * around the file comes on top.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargestBody {
    /** The name of the setting that has the number of bytes, such as {@code siyu.hook.max-bytes}. */
    String value();
}
