package io.siyu.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that people read: something of it can be seen, it is one line, and it has no signs that turn what stands behind it
 * around or that machines obey. Null is none, and is taken.
 */
@Documented
@Constraint(validatedBy = Visible.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
public @interface Visible {
    String message() default "must have a character that can be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Visible, CharSequence> {
        private static final String TURNED = "must not have characters that turn the direction of the text";

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (VisibleText.isTurned(text)) {
                return refused(TURNED, context);
            }
            if (VisibleText.isControlling(text)) {
                return refused(OneLine.MESSAGE, context);
            }
            return VisibleText.isIn(text);
        }

        private static boolean refused(String why, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(why).addConstraintViolation();
            return false;
        }
    }
}
