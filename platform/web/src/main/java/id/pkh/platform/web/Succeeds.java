package id.pkh.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A status with which an operation succeeds, for the API description. Its body is what the method
 * returns. An operation with one success status other than 200, or with several, names each of
 * them. On an annotation, the statuses are those of each operation that has the annotation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Succeeds.Each.class)
public @interface Succeeds {

    int status();

    /** What the status means for the caller. */
    String meaning();

    /** Several statuses. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface Each {
        Succeeds[] value();
    }
}
