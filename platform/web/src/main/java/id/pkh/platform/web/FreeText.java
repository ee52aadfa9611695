package id.pkh.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * A field into which people write what they like, within {@link FreeTextRule}. A request whose only
 * fault is such a text is refused with the code of the fault.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FreeText.Check.class)
public @interface FreeText {

    String message() default FreeTextRule.HAS_LONG_NUMBER;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** States the code of the fault in place of a message. */
    final class Check implements ConstraintValidator<FreeText, CharSequence> {

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            Optional<String> fault =
                    text == null ? Optional.empty() : FreeTextRule.faultOf(text.toString());
            if (fault.isEmpty()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault.get()).addConstraintViolation();
            return false;
        }
    }
}
