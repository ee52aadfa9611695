package id.pkh.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The content types of a request body, for the API description of an operation that accepts any
 * type and decides by the bytes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface BodyTypes {

    /** Content types, the usual one first. */
    String[] value();
}
