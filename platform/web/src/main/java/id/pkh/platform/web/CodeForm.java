package id.pkh.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form of a code with which a caller narrows a list. A value of another form would select
 * nothing without a word, so {@link CodeForms} refuses it. The API description states the form.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CodeForm {

    /** A code in upper case, such as CAUSE_UNKNOWN. */
    String UPPER = "^[A-Z][A-Z0-9_]{0,59}$";

    /** A regular expression. */
    String value();
}
