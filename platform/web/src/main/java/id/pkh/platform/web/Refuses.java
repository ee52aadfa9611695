package id.pkh.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals that an operation can give beyond those of every operation of its kind. The API
 * description lists them with their statuses and texts. A process does not start if a code is not
 * in its {@link RefusalCatalogue}. On an annotation, the codes are those of each operation that has
 * the annotation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Refuses {

    /** Refusal codes. */
    String[] value();
}
