package id.pkh.platform.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that must take effect once, such as one that moves money. The caller
 * sends {@code Idempotency-Key}. A repeat with the same body gets the first response again, with
 * {@code Idempotency-Replayed: true}. A repeat with another body gets 409 IDEMPOTENCY_KEY_REUSED. A
 * repeat while the first call is still running gets 409 IDEMPOTENCY_KEY_IN_USE.
 *
 * <p>The method runs <em>inside</em> a transaction that also stores the response, so after a crash
 * there is either both or neither. Code that the method calls must join that transaction: plain
 * {@code @Transactional} does, {@code REQUIRES_NEW} breaks the promise. An exception rolls back
 * both and frees the key, so a refused call is decided again when it is repeated.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
